-- How far each control is answered over a collectivity's schools. What is asked is counted by types, what is answered in
-- the answers themselves: the cells that are empty are not read.
WITH mine AS MATERIALIZED (
    SELECT v.id, v.school_type
    FROM audit_in_place v
    WHERE v.campaign = :campaign AND v.state <> 'REMOVED'
      AND (v.present_collectivity = ANY(:p.collectivities)
           OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
),
answered AS (
    SELECT w.control, count(w.verdict) AS answers
    FROM answer w JOIN mine ON mine.id = w.audit
    WHERE w.campaign = :campaign
    GROUP BY w.control
)
SELECT k.control, sum(t.schools) AS asked, COALESCE(max(w.answers), 0) AS answered
FROM (SELECT school_type, count(*) AS schools FROM mine GROUP BY school_type) t
JOIN asked_control k ON k.campaign = :campaign AND k.school_type = t.school_type
LEFT JOIN answered w ON w.control = k.control
GROUP BY k.control
