-- Nobody judges their own work, whatever their grants: neither who submitted it, nor who ever wrote an answer of it to
-- a control that doesn't fall to the State alone. Where the campaign asks for four eyes, who validates is not who proposed.
UPDATE audit a
SET state = :to, judged_at = :now, judged_by = :by
WHERE a.id = :id
  AND a.state = ANY(:from)
  AND a.submitted_by <> :by
  AND NOT EXISTS (SELECT FROM audit_writer w WHERE w.audit = a.id AND w.account = :by AND w.party <> 'ETAT')
  AND (:to <> 'VALIDATED'
       OR NOT EXISTS (SELECT FROM campaign c WHERE c.id = a.campaign AND c.four_eyes)
       OR EXISTS (SELECT FROM review r WHERE r.audit = a.id AND r.closed_at IS NULL AND r.proposed_by <> :by))
