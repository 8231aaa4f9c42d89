-- A campaign of which the reviewer sees an audit.
SELECT c.id, c.name
FROM campaign c
WHERE c.id = :campaign
  AND EXISTS (SELECT FROM audit a
              WHERE a.campaign = c.id
                AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                     OR a.department = ANY(:p.departments)))
