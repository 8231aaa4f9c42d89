-- The assignments of a person that are not complete (of), those that they have given (by), or one alone; where they answer.
-- Keyset on (school's name, id).
WITH listed AS (
    SELECT g.id, g.audit, g.theme, g.assignee, g.assigned_by, g.assigned_at, v.campaign, v.school_name, v.commune_name,
           v.checklist, v.closes_on, t.unanswered, t.asked
    FROM assignment g
    JOIN audit_in_place v ON v.id = g.audit
    CROSS JOIN LATERAL (
        SELECT count(*) AS asked, count(*) - count(c.verdict) AS unanswered
        FROM audit_cell c
        WHERE c.campaign = v.campaign AND c.audit = v.id AND c.theme = g.theme AND c.party = ANY(g.parties)) t
    WHERE g.ended_at IS NULL AND v.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK') AND t.unanswered > 0
      AND :today BETWEEN v.opens_on AND v.closes_on
      AND (CAST(:id AS bigint) IS NULL OR g.id = :id)
      AND (CAST(:of AS bigint) IS NULL OR g.assignee = :of)
      AND (CAST(:by AS bigint) IS NULL OR (g.assigned_by = :by AND g.assignee <> :by))
      AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies) OR v.department = ANY(:p.departments)
           OR v.uai = ANY(:p.schools) OR v.present_collectivity = ANY(:p.collectivities)
           OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
)
SELECT l.id, l.audit, l.theme, l.campaign, l.checklist, l.school_name, l.commune_name, l.closes_on, l.assigned_at,
       n.name AS assignee_name, b.name AS giver_name, l.unanswered, l.asked, count(*) OVER () AS total,
       sum(l.unanswered) OVER () AS total_unanswered
FROM listed l
LEFT JOIN account n ON n.id = l.assignee
LEFT JOIN account b ON b.id = l.assigned_by
WHERE CAST(:after AS bigint) IS NULL
   OR (l.school_name COLLATE "fr-x-icu", l.id) > (SELECT k.school_name COLLATE "fr-x-icu", k.id FROM listed k WHERE k.id = :after)
ORDER BY l.school_name COLLATE "fr-x-icu", l.id
LIMIT :limit
