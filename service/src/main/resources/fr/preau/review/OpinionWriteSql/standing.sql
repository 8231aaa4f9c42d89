-- What stands before an opinion on one control that the audit is asked. Who wrote the State's answer to a control, then or
-- earlier, gives no opinion on it: the last author is with the answer, those before are in the journal.
SELECT c.verdict AS declared, COALESCE(o.version, 0) AS version, o.kind, o.verdict,
       a.submitted_by IS DISTINCT FROM :by
           AND NOT EXISTS (SELECT FROM audit_writer w
                           WHERE w.audit = a.id AND w.account = :by AND w.party <> 'ETAT') AS neutral,
       wrote_for_state(a.id, c.control, :by) AS own
FROM audit a
JOIN audit_cell c ON c.campaign = a.campaign AND c.audit = a.id AND c.control = :control
LEFT JOIN opinion o ON o.audit = a.id AND o.round = a.round AND o.control = c.control
WHERE a.id = :audit
