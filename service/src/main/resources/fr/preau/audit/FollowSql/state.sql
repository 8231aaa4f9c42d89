-- A unit of the State's tree and those right below it (régions are passed over), by the kept roster. Who is late is read
-- from the audits, and only once the campaign's own last day is past.
WITH shown AS (
    SELECT u.id, u.name, u.id <> :unit AS below FROM unit u
    WHERE u.id = :unit
       OR (:unit = 'nation' AND u.kind = 'ACADEMY')
       OR (:unit LIKE 'region-%' AND u.kind = 'ACADEMY' AND u.parent = :unit)
       OR (:unit LIKE 'academie-%' AND u.kind = 'DEPARTMENT' AND u.parent = :unit)
),
late AS (
    SELECT u.unit, count(*) AS audits
    FROM audit a
    CROSS JOIN LATERAL state_units(a.region, a.academy, a.department) AS u (unit)
    WHERE (SELECT c.closes_on < :today FROM campaign c WHERE c.id = :campaign)
      AND a.campaign = :campaign AND a.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK')
      AND u.unit = ANY(ARRAY(SELECT id FROM shown))
      AND COALESCE(extended_to(a.campaign, a.region, a.academy, a.department, a.collectivity, a.uai), '-infinity') < :today
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments))
    GROUP BY u.unit
)
SELECT b.id AS unit, b.name,
       sum(s.audits) FILTER (WHERE s.state <> 'REMOVED') AS expected,
       COALESCE(sum(s.audits) FILTER (WHERE s.state = 'TO_DO'), 0) AS silent,
       COALESCE(sum(s.audits) FILTER (WHERE s.state = 'IN_PROGRESS'), 0) AS started,
       COALESCE(sum(s.audits) FILTER (WHERE s.state = 'SENT_BACK'), 0) AS sent_back,
       COALESCE(sum(s.audits) FILTER (WHERE s.state = 'SUBMITTED'), 0) AS submitted,
       COALESCE(sum(s.audits) FILTER (WHERE s.state = 'VALIDATED'), 0) AS validated,
       COALESCE(max(l.audits), 0) AS late
FROM shown b
JOIN unit_states(:campaign, ARRAY(SELECT id FROM shown)) s ON s.unit = b.id
LEFT JOIN late l ON l.unit = b.id
GROUP BY b.id, b.name, b.below
HAVING sum(s.audits) FILTER (WHERE s.state <> 'REMOVED') > 0
ORDER BY b.below, b.name COLLATE "fr-x-icu", b.id COLLATE "C"
