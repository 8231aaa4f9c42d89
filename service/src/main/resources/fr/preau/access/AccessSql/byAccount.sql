-- As bySession, for work that a person asked for and that goes on without them.
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
       a.created_at AS last_at
FROM account a
WHERE a.id = :account AND a.disabled_at IS NULL
