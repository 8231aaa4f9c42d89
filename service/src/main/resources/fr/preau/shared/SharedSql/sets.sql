-- The types and communes of the schools for which the owner answers a control, each with its number of schools; the row
-- with neither counts them all.
SELECT c.school_type, c.commune, min(c.commune_name) AS commune_name, count(*) AS schools
FROM shared_cell c
WHERE c.campaign = :campaign AND c.control = :control
  AND (:p.nation OR c.region = ANY(:p.regions) OR c.academy = ANY(:p.academies) OR c.department = ANY(:p.departments)
       OR c.present_collectivity = ANY(:p.collectivities)
       OR (c.collectivity = ANY(:p.collectivities) AND c.closes_on >= :today))
  AND answers_as(:owner, c.department, c.academy, c.region, c.present_collectivity, c.collectivity, c.falls_to) IS NOT NULL
GROUP BY GROUPING SETS ((c.school_type), (c.commune), ())
ORDER BY c.school_type, min(c.commune_name) COLLATE "fr-x-icu", c.commune
