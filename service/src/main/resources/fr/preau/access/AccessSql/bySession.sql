-- One read for who it is and what they may do: it runs at each request.
SELECT a.id AS account,
       a.name,
       a.employer,
       COALESCE((SELECT u.name FROM unit u WHERE u.id = a.employer), '') AS employer_name,
       ARRAY(SELECT g.role || ' ' || g.unit
             FROM access_grant g
             WHERE g.account = a.id AND g.revoked_at IS NULL AND g.since <= :now
               AND (g.until IS NULL OR g.until > :now)
             ORDER BY g.id) AS rights,
       'SESSION' AS scope,
       s.seen_at AS last_at
FROM session s
JOIN account a ON a.id = s.account
WHERE s.digest = :digest
  AND s.opened_at > :openedAfter
  AND s.seen_at > :seenAfter
  AND a.disabled_at IS NULL
