-- One answer a line; the audits are locked and the versions read under the lock. Where the answer came from stays: its
-- version moves on, and so it becomes an exception.
INSERT INTO answer AS w (campaign, audit, control, verdict, comment, version, author, party, at)
SELECT :campaign, g.audit, g.control, g.verdict, g.comment, 1, :author, g.party, :at
FROM unnest(CAST(:audits AS bigint[]), CAST(:controls AS text[]), CAST(:verdicts AS text[]), CAST(:comments AS text[]),
            CAST(:parties AS text[])) AS g (audit, control, verdict, comment, party)
ON CONFLICT (campaign, audit, control) DO UPDATE
SET verdict = excluded.verdict, comment = excluded.comment, version = w.version + 1, author = excluded.author,
    party = excluded.party, at = excluded.at
