SELECT a.state, count(*) AS audits
FROM audit a
WHERE a.campaign = :campaign
  AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
       OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities))
GROUP BY a.state
