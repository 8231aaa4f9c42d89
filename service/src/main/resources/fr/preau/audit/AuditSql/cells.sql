-- All that the audit is asked, with the answers as they stand.
SELECT c.control, c.theme, c.level, c.weight, c.party, c.position,
       c.verdict, c.comment, COALESCE(c.version, 0) AS version, c.author, w.name AS author_name, c.author_party, c.at
FROM audit_cell c
LEFT JOIN account w ON w.id = c.author
WHERE c.campaign = :campaign AND c.audit = :id
ORDER BY c.position
