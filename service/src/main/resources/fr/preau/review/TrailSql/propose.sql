-- Where the campaign asks for four eyes and nobody has proposed yet. Nobody proposes their own work either.
UPDATE review r
SET proposed_at = :now, proposed_by = :by
FROM audit a
WHERE r.audit = :audit AND r.closed_at IS NULL AND r.proposed_by IS NULL
  AND a.id = r.audit AND a.state = 'SUBMITTED' AND a.submitted_by <> :by
  AND EXISTS (SELECT FROM campaign c WHERE c.id = a.campaign AND c.four_eyes)
  AND NOT EXISTS (SELECT FROM audit_writer w WHERE w.audit = a.id AND w.account = :by AND w.party <> 'ETAT')
