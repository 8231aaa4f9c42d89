-- What a person's audits of a campaign can be narrowed by: types and communes, each with its number of schools.
SELECT v.school_type, v.commune, v.commune_name, count(*) AS schools, count(*) FILTER (
           WHERE v.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK')) AS open
FROM audit_in_place v
WHERE v.campaign = :campaign AND v.state <> 'REMOVED'
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
       OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
GROUP BY v.school_type, v.commune, v.commune_name
ORDER BY v.commune_name COLLATE "fr-x-icu", v.commune, v.school_type
