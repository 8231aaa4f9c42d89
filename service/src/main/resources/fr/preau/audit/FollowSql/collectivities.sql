-- The collectivities whose audits lie in a unit u and in the reader's units p, from these audits: a kept sum can't be cut.
SELECT 'collectivite-' || a.collectivity AS unit, co.name, count(*) AS expected,
       count(*) FILTER (WHERE a.state = 'TO_DO') AS silent,
       count(*) FILTER (WHERE a.state = 'IN_PROGRESS') AS started,
       count(*) FILTER (WHERE a.state = 'SENT_BACK') AS sent_back,
       count(*) FILTER (WHERE a.state = 'SUBMITTED') AS submitted,
       count(*) FILTER (WHERE a.state = 'VALIDATED') AS validated,
       count(*) FILTER (
           WHERE (SELECT c.closes_on < :today FROM campaign c WHERE c.id = :campaign) AND NOT rendered(a.state)
             AND COALESCE(extended_to(a.campaign, a.region, a.academy, a.department, a.collectivity, a.uai), '-infinity')
                 < :today) AS late
FROM audit a
LEFT JOIN collectivity co ON co.code = a.collectivity
WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
  AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies) OR a.department = ANY(:u.departments)
       OR a.collectivity = ANY(:u.collectivities) OR a.uai = ANY(:u.schools))
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities) OR a.uai = ANY(:p.schools))
GROUP BY a.collectivity, co.name
ORDER BY co.name COLLATE "fr-x-icu", a.collectivity
