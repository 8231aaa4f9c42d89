-- The same audits as in following.sql, by campaign. A closed school's waits for its own decision, one that was decided to
-- stay stays, and the figures of a closed campaign are what was shown.
SELECT c.id, c.name,
       EXISTS (SELECT FROM lineage(c.unit) AS above (id) WHERE above.id = ANY(:run)) AS run,
       count(*) AS audits, count(*) FILTER (WHERE rendered(a.state)) AS rendered
FROM audit a
JOIN campaign c ON c.id = a.campaign
JOIN school s ON s.uai = a.uai
JOIN school_collectivity l ON l.uai = a.uai AND l.to_day IS NULL
WHERE a.collectivity = :former AND a.state <> 'REMOVED' AND s.state <> 'CLOSED'
  AND c.opened_at IS NOT NULL AND c.closes_on >= :today AND l.collectivity IN (:former, :successor)
  AND NOT EXISTS (
      SELECT FROM roster_decision d
      WHERE d.audit = a.id AND d.kind = 'MOVED' AND NOT d.followed AND d.present = :successor)
GROUP BY c.id
ORDER BY c.id
