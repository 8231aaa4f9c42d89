-- Where nothing stood before the last application: undoing it leaves nothing there.
INSERT INTO shared_change (shared, audit, version, author, party, at, followed)
SELECT p.shared, g.audit, 1, :author, :party, :at, false
FROM shared_application p
CROSS JOIN unnest(CAST(:audits AS bigint[])) AS g (audit)
WHERE p.shared = :q.shared
