-- Who works for these units, each with the rights of now.
SELECT c.id AS account, c.name, c.employer,
       ARRAY(SELECT g.role || ' ' || g.unit FROM access_grant g
             WHERE g.account = c.id AND g.revoked_at IS NULL AND g.since <= :at AND (g.until IS NULL OR g.until > :at)
             ORDER BY g.role, g.unit) AS grants
FROM account c
WHERE c.disabled_at IS NULL AND c.employer = ANY(:employers)
ORDER BY c.name COLLATE "fr-x-icu", c.id
