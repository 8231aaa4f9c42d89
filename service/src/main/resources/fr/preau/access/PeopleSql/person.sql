-- Seen by an administrator: employed in one of their units, or holding a right there. :p carries the perimeter.
SELECT a.id, a.email, a.name, a.employer,
       (SELECT u.name FROM unit u WHERE u.id = a.employer) AS employer_name,
       a.seen_at, a.disabled_at,
       (SELECT COALESCE(jsonb_agg(jsonb_build_object(
                   'role', g.role, 'unit', g.unit, 'since', g.since, 'until', g.until, 'givenBy', g.granted_by,
                   'unitName', (SELECT u.name FROM unit u WHERE u.id = g.unit),
                   'givenByName', (SELECT b.name FROM account b WHERE b.id = g.granted_by)) ORDER BY g.id), '[]')
        FROM access_grant g
        WHERE g.account = a.id AND g.revoked_at IS NULL AND (g.until IS NULL OR g.until > :now)) AS held
FROM account a
WHERE a.id = :account AND a.erased_at IS NULL
  AND EXISTS (
      SELECT FROM account_place v
      WHERE v.account = a.id AND (v.until IS NULL OR v.until > :now)
        AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
             OR v.department = ANY(:p.departments) OR v.collectivity = ANY(:p.collectivities)
             OR v.uai = ANY(:p.schools)))
