-- What waits for a reviewer, oldest submission first; keyset on (submitted_at, id). The audit that the list goes on from
-- is looked for where the reviewer sees: another one would tell when it was submitted.
SELECT v.id, v.campaign_name, v.uai, v.school_name, v.school_type, v.commune_name, v.collectivity_name, v.round,
       v.submitted_at, v.read_at,
       f.weak_base,
       v.submitted_by = :me
           OR EXISTS (SELECT FROM audit_writer w WHERE w.audit = v.id AND w.account = :me AND w.party <> 'ETAT') AS mine,
       f.asked, f.conforming, f.partial, f.failing, f.inapplicable, f.unknown, f.coverage, f.conformity
FROM audit_in_place v
CROSS JOIN LATERAL (
    SELECT sum(t.partial + t.failing + t.unknown) FILTER (WHERE t.level = 1) AS weak_base,
           sum(t.asked) AS asked, sum(t.conforming) AS conforming, sum(t.partial) AS partial,
           sum(t.failing) AS failing, sum(t.inapplicable) AS inapplicable, sum(t.unknown) AS unknown,
           coverage(sum(t.answered), sum(t.asked)) AS coverage,
           conformity(sum(t.held_weight), sum(t.counted_weight)) AS conformity
    FROM tally t WHERE t.campaign = v.campaign AND t.audit = v.id) f
WHERE v.state = 'SUBMITTED'
  AND (CAST(:after AS bigint) IS NULL
       OR (v.submitted_at, v.id) > (
           SELECT k.submitted_at, k.id FROM audit k
           WHERE k.id = :after
             AND (:p.nation OR k.region = ANY(:p.regions) OR k.academy = ANY(:p.academies)
                  OR k.department = ANY(:p.departments))))
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies) OR v.department = ANY(:p.departments))
ORDER BY v.submitted_at, v.id
LIMIT :limit
