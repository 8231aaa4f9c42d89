-- Collectivities that the sums of a department have named.
SELECT 'collectivite-' || c.code AS id, c.name, CAST(NULL AS text) AS parent
FROM collectivity c
WHERE 'collectivite-' || c.code = ANY(:ids)
ORDER BY c.name COLLATE "fr-x-icu", c.code COLLATE "C"
