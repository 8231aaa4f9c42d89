-- What the queue shows of the audits that a keyset has found, in its order.
SELECT v.id, v.campaign_name, v.uai, v.school_name, v.school_type, v.commune_name, a.collectivity,
       v.collectivity_name, v.round, v.submitted_at, v.read_at, t.base_weak AS weak_base, nullif(a.drift, -1) AS drift,
       EXISTS (SELECT FROM review r WHERE r.audit = v.id AND r.closed_at IS NULL AND r.proposed_by IS NOT NULL) AS proposed,
       v.submitted_by = :me
           OR EXISTS (SELECT FROM audit_writer w WHERE w.audit = v.id AND w.account = :me AND w.party <> 'ETAT') AS mine,
       t.asked, t.conforming, t.partial, t.failing, t.inapplicable, t.unknown,
       coverage(t.answered, t.asked) AS coverage, conformity(t.held_weight, t.counted_weight) AS conformity
FROM unnest(CAST(:ids AS bigint[])) WITH ORDINALITY AS page (id, rank)
JOIN audit_in_place v ON v.id = page.id
JOIN audit a ON a.id = page.id
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies) OR a.department = ANY(:p.departments))
JOIN audit_total t ON t.audit = page.id AND t.audit = ANY(CAST(:ids AS bigint[]))
ORDER BY page.rank
