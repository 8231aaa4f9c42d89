-- What correcting one control would make of a unit's conformity: the figures' own functions (R__figures.sql), once over the
-- answers as they are, once with the weak ones of that control read as « conforme ». One scan for all controls: the others
-- keep their part of the two sums. Audits count as they stand for who fills them in, once handed in for all others.
WITH roster AS MATERIALIZED (
    SELECT a.id, a.school_type
    FROM audit a
    WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies) OR a.department = ANY(:u.departments)
           OR a.collectivity = ANY(:u.collectivities) OR a.uai = ANY(:u.schools))
      AND ((:open AND (a.uai = ANY(:own.schools) OR a.collectivity = ANY(:own.collectivities)
                       OR (a.collectivity IS NULL
                           AND (:state.nation OR a.region = ANY(:state.regions) OR a.academy = ANY(:state.academies)
                                OR a.department = ANY(:state.departments)))))
           OR (rendered(a.state)
               AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                    OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities)
                    OR a.uai = ANY(:p.schools))))
),
line AS (
    SELECT c.control, c.theme, count(*) AS asked, count(c.verdict) AS answered,
           count(*) FILTER (WHERE weak(c.verdict)) AS lifted,
           count(*) FILTER (WHERE c.verdict = 'PARTIEL') AS partial,
           count(*) FILTER (WHERE c.verdict = 'NON_CONFORME') AS failing,
           count(*) FILTER (WHERE c.verdict = 'NE_SAIT_PAS') AS unknown,
           bool_or(weak(c.verdict) AND c.party = ANY(:parties)) AS mine,
           min(r.school_type) FILTER (WHERE weak(c.verdict)) AS first_type,
           max(r.school_type) FILTER (WHERE weak(c.verdict)) AS last_type,
           COALESCE(sum(c.weight) FILTER (WHERE c.verdict IS DISTINCT FROM 'NON_APPLICABLE'), 0) AS counted,
           sum(c.weight * twice_held(c.verdict)) AS held,
           sum(c.weight * twice_held(CASE WHEN weak(c.verdict) THEN 'CONFORME' ELSE c.verdict END)) AS held_then
    FROM roster r
    JOIN audit_cell c ON c.audit = r.id
    WHERE c.campaign = :campaign AND c.audit = ANY(ARRAY(SELECT id FROM roster))
    GROUP BY c.control, c.theme
),
summed AS (
    SELECT l.control, l.theme, l.lifted, l.partial, l.failing, l.unknown, l.mine,
           CASE WHEN l.first_type = l.last_type THEN l.first_type END AS school_type,
           coverage(sum(l.answered) OVER (), sum(l.asked) OVER ()) AS coverage,
           conformity(sum(l.held) OVER (), sum(l.counted) OVER ()) AS conformity,
           conformity(sum(l.held) OVER () - l.held + l.held_then, sum(l.counted) OVER ()) AS conformity_then
    FROM line l
)
SELECT s.control, s.theme, s.lifted, s.partial, s.failing, s.unknown, s.mine, s.school_type, s.coverage, s.conformity,
       s.conformity_then
FROM summed s
WHERE s.lifted > 0
