-- Seen by an administrator: employed in one of their units, or holding a right there. :units carries the perimeter.
SELECT a.id,
       a.email,
       a.name,
       a.employer,
       (SELECT u.name FROM unit u WHERE u.id = a.employer) AS employer_name,
       ARRAY(SELECT g.role || ' ' || g.unit
             FROM access_grant g
             WHERE g.account = a.id AND g.revoked_at IS NULL AND (g.until IS NULL OR g.until > :now)
             ORDER BY g.id) AS rights,
       (SELECT max(s.seen_at) FROM session s WHERE s.account = a.id) AS seen_at,
       a.disabled_at
FROM account a
WHERE a.id = :account
  AND ('nation' = ANY(:units)
    OR EXISTS (SELECT FROM lineage(a.employer) AS above (id) WHERE above.id = ANY(:units))
    OR EXISTS (SELECT FROM access_grant g, lineage(g.unit) AS above (id)
               WHERE g.account = a.id AND g.revoked_at IS NULL AND above.id = ANY(:units)))
ORDER BY a.name COLLATE "fr-x-icu", a.id
