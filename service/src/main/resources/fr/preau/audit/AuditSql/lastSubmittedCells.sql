-- The answers as they were when the audit was last submitted, kept when it was sent back.
SELECT c.control, c.theme, c.level, c.weight, c.party, c.position,
       r.verdict, r.comment, COALESCE(r.version, 0) AS version, r.author, w.name AS author_name,
       r.party AS author_party, r.at
FROM audit_cell c
LEFT JOIN rendered_answer r ON r.audit = c.audit AND r.control = c.control
LEFT JOIN account w ON w.id = r.author
WHERE c.campaign = :campaign AND c.audit = :id
ORDER BY c.position
