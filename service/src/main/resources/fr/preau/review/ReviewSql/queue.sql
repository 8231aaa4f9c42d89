-- What waits for a reviewer, oldest submission first; keyset on (submitted_at, id). The audit that the list goes on from
-- is looked for where the reviewer sees: another one would tell when it was submitted.
WITH page AS MATERIALIZED (
    SELECT a.id FROM audit a
    WHERE a.state = 'SUBMITTED'
      AND (CAST(:after AS bigint) IS NULL
           OR (a.submitted_at, a.id) > (
               SELECT k.submitted_at, k.id FROM audit k
               WHERE k.id = :after
                 AND (:p.nation OR k.region = ANY(:p.regions) OR k.academy = ANY(:p.academies)
                      OR k.department = ANY(:p.departments))))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments))
    ORDER BY a.submitted_at, a.id
    LIMIT :limit
)
SELECT v.id, v.campaign_name, v.uai, v.school_name, v.school_type, v.commune_name, v.collectivity_name, v.round,
       v.submitted_at, v.read_at,
       t.base_weak AS weak_base,
       v.submitted_by = :me
           OR EXISTS (SELECT FROM audit_writer w WHERE w.audit = v.id AND w.account = :me AND w.party <> 'ETAT') AS mine,
       t.asked, t.conforming, t.partial, t.failing, t.inapplicable, t.unknown,
       coverage(t.answered, t.asked) AS coverage, conformity(t.held_weight, t.counted_weight) AS conformity
FROM page
JOIN audit_in_place v ON v.id = page.id
JOIN audit_total t ON t.audit = page.id AND t.audit = ANY(ARRAY(SELECT id FROM page))
ORDER BY v.submitted_at, v.id
