-- The schools that may be drawn: rendered in the unit, for there is something to compare with. The stratum is a code.
SELECT a.id AS audit, a.uai,
       CASE :strata
           WHEN 'TYPE' THEN a.school_type
           WHEN 'COLLECTIVITY' THEN COALESCE(a.collectivity, '0')
           ELSE CASE WHEN a.collectivity IS NULL THEN '0'
                     WHEN count(*) OVER (PARTITION BY a.collectivity) = 1 THEN '1'
                     WHEN count(*) OVER (PARTITION BY a.collectivity) <= 5 THEN '2-5'
                     WHEN count(*) OVER (PARTITION BY a.collectivity) <= 20 THEN '6-20'
                     ELSE '21+' END END AS stratum
FROM audit a
WHERE a.campaign = :campaign AND rendered(a.state)
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments))
