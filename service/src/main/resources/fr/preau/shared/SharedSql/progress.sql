-- How far each control is answered, over the schools for which the owner answers it.
SELECT c.control, count(*) AS asked, count(c.verdict) AS answered
FROM shared_cell c
WHERE c.campaign = :campaign
  AND (:p.nation OR c.region = ANY(:p.regions) OR c.academy = ANY(:p.academies) OR c.department = ANY(:p.departments)
       OR c.present_collectivity = ANY(:p.collectivities)
       OR (c.collectivity = ANY(:p.collectivities) AND c.closes_on >= :today))
  AND answers_as(:owner, c.department, c.academy, c.region, c.present_collectivity, c.collectivity, c.falls_to) IS NOT NULL
GROUP BY c.control
