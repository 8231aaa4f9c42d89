-- The campaigns of which one sees an audit, with how many.
SELECT a.campaign, count(*) AS expected, count(*) FILTER (WHERE rendered(a.state)) AS rendered
FROM audit a
WHERE a.state <> 'REMOVED'
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
       OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                            WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
       OR (a.collectivity = ANY(:p.collectivities)
           AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
GROUP BY a.campaign
