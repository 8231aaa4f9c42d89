-- Nobody judges their own work, whatever their grants: neither who submitted it, nor who ever wrote an answer of it to
-- a control that doesn't fall to the State alone.
UPDATE audit a
SET state = :to, judged_at = :now, judged_by = :by
WHERE a.id = :id
  AND a.state = ANY(:from)
  AND a.submitted_by <> :by
  AND NOT EXISTS (SELECT FROM audit_writer w WHERE w.audit = a.id AND w.account = :by AND w.party <> 'ETAT')
