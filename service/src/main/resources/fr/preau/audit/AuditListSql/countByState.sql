SELECT a.state, count(*) AS audits
FROM audit a
WHERE a.campaign = :campaign
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
       OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                            WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
       OR (a.collectivity = ANY(:p.collectivities)
           AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
GROUP BY a.state
