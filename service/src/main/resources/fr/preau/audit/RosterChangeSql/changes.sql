-- Audits of a campaign under which the territory has changed: the school closed, or belongs to another collectivity than
-- the one that the audit counts for. What was decided to stay is not asked again, until the school moves once more.
SELECT c.id, c.uai, c.school_name, c.school_type, c.commune_name, c.state, c.kind, c.collectivity, f.name AS collectivity_name,
       c.present, t.name AS present_name
FROM (
    SELECT a.id, a.uai, a.school_name, a.school_type, a.commune_name, a.state, a.collectivity, l.collectivity AS present,
           CASE WHEN s.state = 'CLOSED' THEN 'CLOSED' ELSE 'MOVED' END AS kind
    FROM audit a
    JOIN school s ON s.uai = a.uai
    LEFT JOIN school_collectivity l ON l.uai = a.uai AND l.to_day IS NULL
    WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
      AND (s.state = 'CLOSED' OR l.collectivity IS DISTINCT FROM a.collectivity)
) c
LEFT JOIN collectivity f ON f.code = c.collectivity
LEFT JOIN collectivity t ON t.code = c.present
WHERE NOT EXISTS (
    SELECT FROM roster_decision d
    WHERE d.audit = c.id AND d.kind = c.kind AND NOT d.followed AND d.present IS NOT DISTINCT FROM c.present)
ORDER BY c.kind, c.present, c.school_name COLLATE "fr-x-icu", c.id
LIMIT :limit
