WITH borne AS (
    SELECT DISTINCT target AS code, left(siret, 9) AS siren
    FROM arrival
    WHERE type = 'ECOLE' AND sector = 'PUBLIC' AND source = 'RULE' AND siret LIKE '21%'
),
-- One commune, one SIREN: where a commune has several, or two communes the same, none is taken.
sure AS (
    SELECT min(code) AS code, siren FROM borne
    WHERE code IN (SELECT code FROM borne GROUP BY code HAVING count(*) = 1)
    GROUP BY siren HAVING count(*) = 1
)
UPDATE collectivity c SET siren = sure.siren
FROM sure
WHERE c.code = sure.code AND c.kind = 'COMMUNE' AND c.siren IS NULL
  AND NOT EXISTS (SELECT 1 FROM collectivity other WHERE other.siren = sure.siren)
