-- A part of the people whom an administrator sees: employed in one of their units, or holding a right there. :p is that
-- perimeter; :u is where one looks, for somebody employed there or holding the role. Keyset on (name, id).
WITH seen AS MATERIALIZED (
    SELECT v.account
    FROM account_place v
    WHERE v.until IS NULL OR v.until > :now
    GROUP BY v.account
    HAVING bool_or(:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
                   OR v.department = ANY(:p.departments) OR v.collectivity = ANY(:p.collectivities)
                   OR v.uai = ANY(:p.schools))
       AND bool_or((:u.nation OR v.region = ANY(:u.regions) OR v.academy = ANY(:u.academies)
                    OR v.department = ANY(:u.departments) OR v.collectivity = ANY(:u.collectivities)
                    OR v.uai = ANY(:u.schools))
                   AND (CAST(:f.role AS text) IS NULL OR v.role = :f.role))
),
listed AS MATERIALIZED (
    SELECT a.id, a.name
    FROM seen
    JOIN account a ON a.id = seen.account
    WHERE a.erased_at IS NULL
      AND a.search_text LIKE ALL (:f.patterns)
      AND (CAST(:f.state AS text) IS NULL OR :f.state = CASE
           WHEN a.disabled_at IS NOT NULL THEN 'CLOSED' WHEN a.seen_at IS NULL THEN 'INVITED' ELSE 'ACTIVE' END)
),
page AS (
    SELECT l.id
    FROM listed l
    WHERE CAST(:after AS bigint) IS NULL
       OR (l.name COLLATE "fr-x-icu", l.id)
          > (SELECT k.name COLLATE "fr-x-icu", k.id FROM account k WHERE k.id = :after)
    ORDER BY l.name COLLATE "fr-x-icu", l.id
    LIMIT :limit
)
SELECT (SELECT count(*) FROM listed) AS total,
       a.id, a.email, a.name, a.employer,
       (SELECT u.name FROM unit u WHERE u.id = a.employer) AS employer_name,
       a.seen_at, a.disabled_at,
       (SELECT COALESCE(jsonb_agg(jsonb_build_object(
                   'role', g.role, 'unit', g.unit, 'since', g.since, 'until', g.until, 'givenBy', g.granted_by,
                   'unitName', (SELECT u.name FROM unit u WHERE u.id = g.unit),
                   'givenByName', (SELECT b.name FROM account b WHERE b.id = g.granted_by)) ORDER BY g.id), '[]')
        FROM access_grant g
        WHERE g.account = a.id AND g.revoked_at IS NULL AND (g.until IS NULL OR g.until > :now)) AS held
FROM page
JOIN account a ON a.id = page.id
ORDER BY a.name COLLATE "fr-x-icu", a.id
