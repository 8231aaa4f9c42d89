-- What waits within the person's units; a merger, when one of both is theirs. Campaigns run and open are looked up once.
WITH mine AS MATERIALIZED (
    SELECT c.id, c.name FROM campaign c
    WHERE c.opened_at IS NOT NULL AND c.closes_on >= :today
      AND EXISTS (SELECT FROM lineage(c.unit) AS above (id) WHERE above.id = ANY(:run))
)
SELECT q.id, q.kind, q.uai, s.name AS school_name, s.commune_name, q.collectivity, f.name AS collectivity_name,
       q.successor, t.name AS successor_name, i.at,
       q.kind <> 'MERGED' OR :p.nation
           OR (q.collectivity = ANY(:p.collectivities) AND q.successor = ANY(:p.collectivities)) AS decides,
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.id), '[]')
        FROM mine m
        WHERE EXISTS (SELECT FROM audit a WHERE a.campaign = m.id AND a.uai = q.uai AND a.state <> 'REMOVED')) AS rosters
FROM pending_decision q
JOIN directory_import i ON i.number = q.import
LEFT JOIN school_placement s ON s.uai = q.uai
LEFT JOIN collectivity f ON f.code = q.collectivity
LEFT JOIN collectivity t ON t.code = q.successor
WHERE q.outcome IS NULL
  AND (:p.nation
       OR s.region = ANY(:p.regions) OR s.academy = ANY(:p.academies) OR s.department = ANY(:p.departments)
       OR s.collectivity = ANY(:p.collectivities) OR s.uai = ANY(:p.schools)
       OR (q.kind = 'MERGED' AND (q.collectivity = ANY(:p.collectivities) OR q.successor = ANY(:p.collectivities))))
ORDER BY CASE q.kind WHEN 'MERGED' THEN 1 WHEN 'MOVED' THEN 2 WHEN 'CLOSED' THEN 3 ELSE 4 END,
         COALESCE(s.name, f.name) COLLATE "fr-x-icu", q.id
LIMIT :limit
