-- The campaigns of which something waits for the reviewer, newest first.
SELECT c.id, c.name
FROM campaign c
WHERE EXISTS (SELECT FROM audit a
              WHERE a.campaign = c.id AND a.state = 'SUBMITTED'
                AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                     OR a.department = ANY(:p.departments)))
ORDER BY c.opens_on DESC, c.id DESC
