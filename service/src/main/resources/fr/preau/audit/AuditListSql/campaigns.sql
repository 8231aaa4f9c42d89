-- The campaigns of which one sees an audit, and those that one runs; newest first.
WITH seen AS (
    SELECT v.campaign, count(*) AS expected, count(*) FILTER (WHERE rendered(v.state)) AS rendered
    FROM audit_in_place v
    WHERE v.state <> 'REMOVED'
      AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
           OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
           OR v.present_collectivity = ANY(:p.collectivities)
           OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
    GROUP BY v.campaign
)
SELECT c.id, c.name, c.unit, u.name AS unit_name, c.opens_on, c.closes_on, c.opened_at,
       COALESCE(s.expected, 0) AS expected, COALESCE(s.rendered, 0) AS rendered
FROM campaign c
LEFT JOIN seen s ON s.campaign = c.id
LEFT JOIN unit u ON u.id = c.unit
WHERE s.campaign IS NOT NULL
   OR EXISTS (SELECT FROM lineage(c.unit) AS above (id) WHERE above.id = ANY(:run))
ORDER BY c.opens_on DESC, c.id DESC
