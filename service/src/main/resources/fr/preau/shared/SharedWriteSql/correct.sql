-- The answer over another one, which it has seen: the audits are locked.
UPDATE answer w
SET verdict = :q.verdict, comment = :q.comment, version = w.version + 1, author = :author, party = :party, at = :at,
    shared = :q.shared, shared_version = w.version + 1
FROM unnest(CAST(:audits AS bigint[])) AS g (audit)
WHERE w.campaign = :q.campaign AND w.audit = g.audit AND w.control = :q.control
