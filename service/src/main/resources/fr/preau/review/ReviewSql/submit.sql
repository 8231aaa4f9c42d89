-- The answers that a submission needs are counted by the UPDATE itself. It waits for the saves under way, which hold a
-- share lock on the audit; what they commit can only complete it.
UPDATE audit a
SET state = 'SUBMITTED', round = a.round + 1, submitted_at = :now, submitted_by = :by,
    read_at = NULL, judged_at = NULL, judged_by = NULL
WHERE a.id = :id
  AND a.state = ANY(:from)
  AND NOT EXISTS (
      SELECT FROM audit_cell c
      WHERE c.campaign = a.campaign AND c.audit = a.id AND c.party = ANY(:needed) AND c.verdict IS NULL)
