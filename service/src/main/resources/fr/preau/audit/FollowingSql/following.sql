-- Audits that still count for the former while their schools are the successor's. In the order of ids, in which any other
-- writer of many audits locks them.
SELECT a.id, a.uai, a.school_name, a.school_type, a.commune_name, a.state, 'MOVED' AS kind,
       a.collectivity, f.name AS collectivity_name, l.collectivity AS present, t.name AS present_name
FROM audit a
JOIN school s ON s.uai = a.uai
JOIN school_collectivity l ON l.uai = a.uai AND l.to_day IS NULL
JOIN collectivity f ON f.code = a.collectivity
JOIN collectivity t ON t.code = l.collectivity
WHERE a.campaign = :campaign AND a.collectivity = :former AND a.state <> 'REMOVED' AND s.state <> 'CLOSED'
  AND l.collectivity = :successor
  AND NOT EXISTS (
      SELECT FROM roster_decision d
      WHERE d.audit = a.id AND d.kind = 'MOVED' AND NOT d.followed AND d.present = :successor)
ORDER BY a.id
