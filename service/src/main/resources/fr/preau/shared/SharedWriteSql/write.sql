-- One answer a school, each with its provenance; the audits are locked. The first row of a version says who wrote it, as
-- a single save does.
INSERT INTO answer AS w (campaign, audit, control, verdict, comment, version, author, party, at, shared, shared_version)
SELECT :p.campaign, g.audit, :p.control, :a.verdict, :a.comment, 1, :author, g.party, :at, :shared, 1
FROM unnest(CAST(:audits AS bigint[]), CAST(:parties AS text[])) AS g (audit, party)
ON CONFLICT (campaign, audit, control) DO UPDATE
SET verdict = excluded.verdict, comment = excluded.comment, version = w.version + 1, author = excluded.author,
    party = excluded.party, at = excluded.at, shared = excluded.shared, shared_version = w.version + 1
