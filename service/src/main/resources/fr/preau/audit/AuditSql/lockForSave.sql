-- A share lock: several saves hold it together, a transition waits for them and they for it. What a transition changes is
-- read from the locked row: beside it, the statement still sees what was before the wait.
WITH held AS MATERIALIZED (
    SELECT id, state, round, submitted_at, submitted_by, read_at, judged_at, judged_by FROM audit WHERE id = :id FOR SHARE
)
SELECT v.id, v.campaign, v.campaign_name, v.opens_on, v.closes_on, v.checklist, v.uai, v.school_name, v.school_type,
       v.commune_name, v.department, v.academy, v.academy_name, v.region, v.collectivity, v.collectivity_name,
       v.present_collectivity, held.state, held.round, held.submitted_at, held.submitted_by, held.read_at, held.judged_at, held.judged_by
FROM held JOIN audit_in_place v ON v.id = held.id
WHERE v.id = :id
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
       OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
