-- The audits are locked and the versions compared under the lock: what is there is what was seen.
INSERT INTO answer AS w (campaign, audit, control, verdict, comment, version, author, party, at)
SELECT g.campaign, g.audit, g.control, g.verdict, g.comment, 1, :author, g.party, :at
FROM unnest(CAST(:campaigns AS bigint[]), CAST(:audits AS bigint[]), CAST(:controls AS text[]), CAST(:verdicts AS text[]),
            CAST(:comments AS text[]), CAST(:parties AS text[])) AS g (campaign, audit, control, verdict, comment, party)
ON CONFLICT (campaign, audit, control) DO UPDATE
SET verdict = excluded.verdict, comment = excluded.comment, version = w.version + 1, author = excluded.author,
    party = excluded.party, at = excluded.at
