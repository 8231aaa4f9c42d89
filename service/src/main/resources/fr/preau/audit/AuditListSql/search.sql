-- Schools by name, commune or UAI, the newest campaign first for each; in French order.
SELECT v.id, v.campaign, v.campaign_name, v.uai, v.school_name, v.school_type, v.commune_name, v.collectivity,
       v.collectivity_name, v.present_collectivity, v.state, v.round, v.submitted_at,
       0 AS reasons, CAST(NULL AS timestamptz) AS last_at,
       0 AS asked, 0 AS conforming, 0 AS partial, 0 AS failing, 0 AS inapplicable, 0 AS unknown,
       CAST(NULL AS double precision) AS coverage, CAST(NULL AS double precision) AS conformity
FROM audit_in_place v
WHERE v.search_text LIKE ALL (:words)
  AND v.state <> 'REMOVED'
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
       OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
ORDER BY v.school_name COLLATE "fr-x-icu", v.uai, v.opens_on DESC, v.id
LIMIT :limit
