-- Widest first, then by name.
SELECT u.id, u.name, u.parent
FROM (
    SELECT 1 AS rank, id, name, parent FROM unit WHERE kind = 'NATION' AND :p.nation
    UNION ALL
    SELECT 2, 'academie-' || a.code, a.name, 'region-' || a.region
    FROM academy a
    WHERE :p.nation OR a.region = ANY(:p.regions) OR a.code = ANY(:p.academies)
    UNION ALL
    SELECT 3, 'collectivite-' || c.code, c.name, CAST(NULL AS text)
    FROM collectivity c
    WHERE c.code = ANY(:p.collectivities)
) u
ORDER BY u.rank, u.name COLLATE "fr-x-icu", u.id COLLATE "C"
