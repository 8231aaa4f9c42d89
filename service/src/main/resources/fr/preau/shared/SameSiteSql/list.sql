-- The agreements of one's collectivities, each told from one's own side: what is to accept first, what has ended last. And
-- those that a school of now brought along from another collectivity: they are without effect.
SELECT s.id, s.campaign, c.name AS campaign_name, side.uai, own.name AS school_name, side.other_uai,
       other.name AS other_school_name, co.name AS other_collectivity_name, side.proposed, s.proposed_at, s.accepted_at,
       s.ended_at, lapsed(s.uai, s.collectivity, s.other_uai, s.other_collectivity) AS lapsed
FROM same_site s
JOIN campaign c ON c.id = s.campaign
CROSS JOIN LATERAL (
    SELECT s.uai, s.other_uai, s.other_collectivity AS theirs, true AS proposed
    WHERE s.collectivity = ANY(:p.collectivities)
    UNION ALL
    SELECT s.other_uai, s.uai, s.collectivity, false
    WHERE s.other_collectivity = ANY(:p.collectivities) AND NOT s.collectivity = ANY(:p.collectivities)
    UNION ALL
    SELECT l.uai, CASE WHEN l.uai = s.uai THEN s.other_uai ELSE s.uai END,
           CASE WHEN l.uai = s.uai THEN s.other_collectivity ELSE s.collectivity END, true
    FROM school_collectivity l
    WHERE l.uai IN (s.uai, s.other_uai) AND l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)
      AND s.ended_at IS NULL
      AND NOT s.collectivity = ANY(:p.collectivities) AND NOT s.other_collectivity = ANY(:p.collectivities)) AS side
JOIN school own ON own.uai = side.uai
JOIN school other ON other.uai = side.other_uai
JOIN collectivity co ON co.code = side.theirs
WHERE CAST(:id AS bigint) IS NULL OR s.id = :id
ORDER BY s.ended_at IS NOT NULL, s.accepted_at IS NOT NULL, side.proposed, COALESCE(s.ended_at, s.accepted_at, s.proposed_at) DESC,
         s.id
LIMIT 200
