-- What insertAudits would insert.
SELECT count(*)
FROM campaign c
JOIN campaign_type t ON t.campaign = c.id
JOIN school_placement s ON s.type = t.school_type
WHERE c.id = :campaign
  AND s.state <> 'CLOSED'
  AND (c.with_private OR s.sector = 'PUBLIC')
  AND c.unit IN ('nation', 'region-' || s.region, 'academie-' || s.academy, 'departement-' || s.department,
                 'collectivite-' || s.collectivity)
