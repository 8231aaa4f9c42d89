-- What stood before the last application, so that it can be undone; of a school that comes back to it, what stood first.
INSERT INTO shared_change (shared, audit, version, verdict, comment, author, party, at, of_shared, of_version, followed)
SELECT p.shared, g.audit, COALESCE(w.version, 0) + 1, w.verdict, w.comment, COALESCE(w.author, :author),
       COALESCE(w.party, g.party), COALESCE(w.at, :at), w.shared, w.shared_version,
       COALESCE(w.shared_version = w.version, false)
FROM shared_application p
CROSS JOIN unnest(CAST(:audits AS bigint[]), CAST(:parties AS text[])) AS g (audit, party)
LEFT JOIN answer w ON w.campaign = :campaign AND w.audit = g.audit AND w.control = :control
WHERE p.shared = :shared
ON CONFLICT (shared, audit) DO UPDATE SET version = excluded.version
