-- The units of the State's tree that one which lies in the reader's units is split into.
SELECT u.id, u.name, CAST(NULL AS text) AS parent
FROM (
    SELECT 'region-' || r.code AS id, r.name FROM region r WHERE :split = 'REGIONS' AND :kind = 'NATION'
    UNION ALL
    SELECT 'academie-' || a.code, a.name FROM academy a
    WHERE :split = 'ACADEMIES' AND (:kind = 'NATION' OR (:kind = 'REGION' AND a.region = :code))
    UNION ALL
    SELECT 'departement-' || d.code, d.name
    FROM department d JOIN academy a ON a.code = d.academy
    WHERE :split = 'DEPARTMENTS'
      AND (:kind = 'NATION' OR (:kind = 'REGION' AND a.region = :code) OR (:kind = 'ACADEMY' AND a.code = :code))
) u
ORDER BY u.name COLLATE "fr-x-icu", u.id COLLATE "C"
