-- Last time's answers become this time's, for the controls and parties named; what was answered meanwhile is left. In
-- the order of the controls, as every save of many goes.
INSERT INTO answer AS w (campaign, audit, control, verdict, comment, version, author, party, at)
SELECT l.campaign, l.audit, l.control, l.verdict, l.comment, 1, :author, g.party, :at
FROM unnest(CAST(:controls AS text[]), CAST(:parties AS text[])) AS g (control, party)
JOIN last_answer l ON l.campaign = :campaign AND l.audit = :audit AND l.control = g.control
ORDER BY l.control
ON CONFLICT (campaign, audit, control) DO UPDATE
SET verdict = excluded.verdict, comment = excluded.comment, version = w.version + 1, author = excluded.author,
    party = excluded.party, at = excluded.at
WHERE w.verdict IS NULL
RETURNING w.control
