-- The open campaigns that a person runs and whose rosters wait, each with how many lines changes.sql would list.
SELECT c.id, c.name, count(*) AS audits
FROM campaign c
JOIN audit a ON a.campaign = c.id AND a.state <> 'REMOVED'
JOIN school s ON s.uai = a.uai
LEFT JOIN school_collectivity l ON l.uai = a.uai AND l.to_day IS NULL
WHERE c.opened_at IS NOT NULL AND c.closes_on >= :today
  AND EXISTS (SELECT FROM lineage(c.unit) AS above (id) WHERE above.id = ANY(:run))
  AND (s.state = 'CLOSED' OR l.collectivity IS DISTINCT FROM a.collectivity)
  AND NOT EXISTS (
      SELECT FROM roster_decision d
      WHERE d.audit = a.id AND d.kind = CASE WHEN s.state = 'CLOSED' THEN 'CLOSED' ELSE 'MOVED' END AND NOT d.followed
        AND d.present IS NOT DISTINCT FROM l.collectivity)
GROUP BY c.id
ORDER BY c.id
