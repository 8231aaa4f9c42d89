-- What was seen, beside what is declared now: the answer may change later, the comparison doesn't.
INSERT INTO sighting (sample, audit, control, declared, verdict, note, author, at)
SELECT :sample, c.audit, c.control, c.verdict, g.verdict, nullif(g.note, ''), :by, :now
FROM jsonb_to_recordset(CAST(:seen AS jsonb)) AS g (control text, verdict text, note text)
JOIN audit a ON a.id = :audit
JOIN audit_cell c ON c.campaign = a.campaign AND c.audit = a.id AND c.control = g.control
