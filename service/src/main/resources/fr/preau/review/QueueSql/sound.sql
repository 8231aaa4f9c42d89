-- What can be validated together: nothing weak at the base level, no reservation nor contested answer, nothing of one's own,
-- and where the campaign asks for four eyes, proposed by another. Oldest first.
SELECT a.id FROM audit a
WHERE a.state = 'SUBMITTED' AND a.base_weak = 0
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments))
  AND (CAST(:campaign AS bigint) IS NULL OR a.campaign = :campaign)
  AND (:w.nation OR a.region = ANY(:w.regions) OR a.academy = ANY(:w.academies)
       OR a.department = ANY(:w.departments) OR a.collectivity = ANY(:w.collectivities))
  AND a.submitted_by <> :by
  AND NOT EXISTS (SELECT FROM audit_writer w WHERE w.audit = a.id AND w.account = :by AND w.party <> 'ETAT')
  AND NOT EXISTS (SELECT FROM opinion o WHERE o.audit = a.id AND o.round = a.round AND o.kind IN ('RESERVATION', 'CONTESTED'))
  AND (NOT EXISTS (SELECT FROM campaign c WHERE c.id = a.campaign AND c.four_eyes)
       OR EXISTS (SELECT FROM review r WHERE r.audit = a.id AND r.closed_at IS NULL AND r.proposed_by <> :by))
ORDER BY a.submitted_at, a.id
LIMIT :limit
