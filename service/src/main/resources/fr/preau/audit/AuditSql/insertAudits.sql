-- The roster of a campaign: the open schools of its unit and of its types, each with its place of today. Those that are
-- in it already stay as they are.
INSERT INTO audit (campaign, uai, school_name, school_type, commune, commune_name, department, academy, region,
                   collectivity, search_text)
SELECT c.id, s.uai, s.name, s.type, s.commune, s.commune_name, s.department, s.academy, s.region,
       s.collectivity, s.search_text
FROM campaign c
JOIN campaign_type t ON t.campaign = c.id
JOIN school_placement s ON s.type = t.school_type
WHERE c.id = :campaign
  AND s.state <> 'CLOSED'
  AND (c.with_private OR s.sector = 'PUBLIC')
  AND c.unit IN ('nation', 'region-' || s.region, 'academie-' || s.academy, 'departement-' || s.department,
                 'collectivite-' || s.collectivity)
ORDER BY s.uai
-- No columns are named: to look at them is to read, and who opens a campaign reads no audit of it (V09).
ON CONFLICT DO NOTHING
