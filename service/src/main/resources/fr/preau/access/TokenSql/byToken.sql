-- As bySession, for a bearer of an API token.
SELECT a.id AS account,
       a.name,
       a.employer,
       COALESCE((SELECT u.name FROM unit u WHERE u.id = a.employer), '') AS employer_name,
       ARRAY(SELECT g.role || ' ' || g.unit
             FROM access_grant g
             WHERE g.account = a.id AND g.revoked_at IS NULL AND g.since <= :now
               AND (g.until IS NULL OR g.until > :now)
             ORDER BY g.id) AS rights,
       t.scope,
       COALESCE(t.last_used_at, t.created_at) AS last_at
FROM api_token t
JOIN account a ON a.id = t.account
WHERE t.digest = :digest
  AND t.revoked_at IS NULL
  AND t.expires_at > :now
  AND a.disabled_at IS NULL
