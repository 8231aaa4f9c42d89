-- An owner's schools in a campaign.
SELECT v.id, v.uai, v.school_name, v.school_type, v.commune, v.commune_name, v.department, v.academy, v.region,
       v.collectivity, v.present_collectivity, v.state
FROM audit_in_place v
WHERE v.campaign = :campaign AND v.state <> 'REMOVED'
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies) OR v.department = ANY(:p.departments)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
ORDER BY v.school_name COLLATE "fr-x-icu", v.id
