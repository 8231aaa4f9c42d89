-- The conditions of judge.sql for each audit, and those of a validation together: no weak answer at the base level, no
-- reservation nor contested answer. What stands in the way of one keeps none of the others.
UPDATE audit a
SET state = 'VALIDATED', judged_at = :now, judged_by = :by
WHERE a.id = ANY(:ids)
  AND a.state = 'SUBMITTED' AND a.base_weak = 0
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments))
  AND a.submitted_by <> :by
  AND NOT EXISTS (SELECT FROM audit_writer w WHERE w.audit = a.id AND w.account = :by AND w.party <> 'ETAT')
  AND NOT EXISTS (SELECT FROM opinion o WHERE o.audit = a.id AND o.round = a.round AND o.kind IN ('RESERVATION', 'CONTESTED'))
  AND (NOT EXISTS (SELECT FROM campaign c WHERE c.id = a.campaign AND c.four_eyes)
       OR EXISTS (SELECT FROM review r WHERE r.audit = a.id AND r.closed_at IS NULL AND r.proposed_by <> :by))
RETURNING a.id
