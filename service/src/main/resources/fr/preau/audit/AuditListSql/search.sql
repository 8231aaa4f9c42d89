-- Schools by name, commune or UAI, the newest campaign first for each; in French order.
SELECT v.id, v.campaign, v.campaign_name, v.uai, v.school_name, v.school_type, v.commune_name, v.collectivity,
       v.collectivity_name, v.present_collectivity, v.state, v.round, v.submitted_at,
       0 AS reasons, CAST(NULL AS timestamptz) AS last_at,
       0 AS asked, 0 AS conforming, 0 AS partial, 0 AS failing, 0 AS inapplicable, 0 AS unknown,
       CAST(NULL AS double precision) AS coverage, CAST(NULL AS double precision) AS conformity
FROM (
    SELECT a.id FROM audit a
    JOIN campaign c ON c.id = a.campaign
    WHERE a.search_text LIKE ALL (:words)
      AND a.state <> 'REMOVED'
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
           OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                                WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
           OR (a.collectivity = ANY(:p.collectivities)
               AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
    ORDER BY a.school_name COLLATE "fr-x-icu", a.uai, c.opens_on DESC, a.id
    LIMIT :limit
) found
JOIN audit_in_place v ON v.id = found.id
ORDER BY v.school_name COLLATE "fr-x-icu", v.uai, v.opens_on DESC, v.id
