-- Beside an answer that stands, on what is submitted now, by somebody who had no hand in it; never over an opinion that was
-- not seen. A contested value is another one than the declared.
INSERT INTO opinion AS o (audit, round, control, kind, verdict, reason, version, author, at)
SELECT a.id, a.round, w.control, :o.kind, :o.verdict, :o.reason, 1, :by, :now
FROM audit a
JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.control = :control AND w.verdict IS NOT NULL
WHERE a.id = :audit AND a.state = 'SUBMITTED'
  AND a.submitted_by <> :by
  AND NOT EXISTS (SELECT FROM audit_writer x WHERE x.audit = a.id AND x.account = :by AND x.party <> 'ETAT')
  AND NOT wrote_for_state(a.id, w.control, :by)
  AND CAST(:o.verdict AS text) IS DISTINCT FROM w.verdict
  AND :seen = COALESCE((SELECT p.version FROM opinion p
                        WHERE p.audit = a.id AND p.round = a.round AND p.control = w.control), 0)
ON CONFLICT (audit, round, control) DO UPDATE
SET kind = excluded.kind, verdict = excluded.verdict, reason = excluded.reason, version = o.version + 1,
    author = excluded.author, at = excluded.at
WHERE o.version = :seen
