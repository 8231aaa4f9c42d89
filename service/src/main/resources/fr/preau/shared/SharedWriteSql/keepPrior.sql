-- What stood before the last application, so that it can be undone.
INSERT INTO shared_change (shared, audit, version, verdict, comment, author, party, at, of_shared, of_version, followed)
SELECT p.shared, w.audit, w.version + 1, w.verdict, w.comment, w.author, w.party, w.at, w.shared, w.shared_version,
       COALESCE(w.shared_version = w.version, false)
FROM shared_application p
CROSS JOIN unnest(CAST(:audits AS bigint[])) AS g (audit)
JOIN answer w ON w.campaign = :q.campaign AND w.audit = g.audit AND w.control = :q.control
WHERE p.shared = :q.shared
