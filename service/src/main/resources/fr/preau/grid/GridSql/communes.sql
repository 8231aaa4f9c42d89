SELECT v.commune AS code, min(v.commune_name) AS label
FROM audit_in_place v
WHERE v.campaign = :campaign AND v.state <> 'REMOVED'
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
       OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
GROUP BY v.commune
ORDER BY min(v.commune_name) COLLATE "fr-x-icu", v.commune
LIMIT 500
