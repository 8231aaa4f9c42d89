-- Each answer as it was, under a version of its own; what followed another shared answer follows it again.
UPDATE answer w
SET verdict = c.verdict, comment = c.comment, version = w.version + 1, author = c.author, party = c.party, at = c.at,
    shared = c.of_shared,
    shared_version = CASE WHEN c.followed THEN w.version + 1 ELSE c.of_version END
FROM shared_change c
WHERE c.shared = :shared AND w.campaign = :campaign AND w.audit = c.audit AND w.control = :control
