INSERT INTO pending_decision (import, kind, uai, collectivity, successor)
SELECT :number, 'MOVED', uai, previous, target FROM arrival WHERE moved
UNION ALL
SELECT :number, 'CLOSED', uai, NULL, NULL FROM arrival WHERE closes
UNION ALL
SELECT :number, 'ABSENT', gone.uai, NULL, NULL FROM unnest(CAST(:absent AS text[])) AS gone (uai)
UNION ALL
SELECT :number, 'MERGED', NULL, m.previous, m.target
FROM (SELECT previous, min(target) AS target FROM arrival WHERE moved
      GROUP BY previous HAVING min(target) = max(target) AND count(target) = count(*)) m
JOIN collectivity c ON c.code = m.previous AND c.kind = 'COMMUNE'
WHERE NOT EXISTS (SELECT 1 FROM school_collectivity l WHERE l.collectivity = m.previous AND l.to_day IS NULL)
ON CONFLICT DO NOTHING
