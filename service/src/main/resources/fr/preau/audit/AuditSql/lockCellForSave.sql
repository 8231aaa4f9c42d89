-- As lockForSave, and the cell. A transition, which alone can be waited for, changes no answer; that somebody else's save
-- has not come between is for the version to tell, when the answer is written.
WITH held AS MATERIALIZED (
    SELECT id, state, round, submitted_at, submitted_by, read_at, judged_at, judged_by FROM audit
    WHERE id = :id AND (state <> 'TO_DO' OR NOT :begun) FOR SHARE
)
SELECT v.id, v.campaign, v.campaign_name, v.opens_on, v.closes_on, v.checklist, v.uai, v.school_name, v.school_type,
       v.commune_name, v.department, v.academy, v.academy_name, v.region, v.collectivity, v.collectivity_name,
       v.present_collectivity, held.state, held.round, held.submitted_at, held.submitted_by, held.read_at, held.judged_at, held.judged_by,
       c.control, c.theme, c.level, c.weight, c.party, c.position,
       c.verdict, c.comment, COALESCE(c.version, 0) AS version, c.author, w.name AS author_name, c.author_party, c.at
FROM held JOIN audit_in_place v ON v.id = held.id
JOIN audit_cell c ON c.campaign = v.campaign AND c.audit = v.id AND c.control = :control
LEFT JOIN account w ON w.id = c.author
WHERE v.id = :id
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
       OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
