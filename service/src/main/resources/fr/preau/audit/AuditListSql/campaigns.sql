-- The campaigns of which one sees an audit, and those that one runs; newest first.
WITH seen AS (
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
)
SELECT c.id, c.name, c.unit,
       -- Looked up by its id: joined, all units of the country would be read.
       (SELECT u.name FROM unit u WHERE u.id = c.unit) AS unit_name, c.opens_on, c.closes_on, c.opened_at,
       COALESCE(s.expected, 0) AS expected, COALESCE(s.rendered, 0) AS rendered
FROM campaign c
LEFT JOIN seen s ON s.campaign = c.id
WHERE s.campaign IS NOT NULL
   OR EXISTS (SELECT FROM lineage(c.unit) AS above (id) WHERE above.id = ANY(:run))
ORDER BY c.opens_on DESC, c.id DESC
