-- One answer a school, each with its provenance; the audits are locked, and hold none so far. An INSERT that may not meet
-- another row, as one that may has its policies asked twice a row.
INSERT INTO answer (campaign, audit, control, verdict, comment, version, author, party, at, shared, shared_version)
SELECT :q.campaign, g.audit, :q.control, :q.verdict, :q.comment, 1, :author, :party, :at, :q.shared, 1
FROM unnest(CAST(:audits AS bigint[])) AS g (audit)
