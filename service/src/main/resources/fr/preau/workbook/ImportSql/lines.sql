-- A part of a report, each line beside what is stored now. Stored answers are shown where the line itself may be written:
-- only there is it certain that the person sees them.
SELECT l.number, l.audit, l.control, l.place, a.school_name, a.state, l.finding, l.verdict, l.comment, l.typed, l.version,
       l.chosen, l.outcome, w.verdict AS stored, w.comment AS stored_comment, n.name AS stored_by, w.at AS stored_at
FROM workbook_line l
JOIN workbook_import i ON i.id = l.import
LEFT JOIN audit a ON a.id = l.audit
LEFT JOIN answer w ON l.finding IN ('CHANGED', 'STALE') AND w.campaign = i.campaign AND w.audit = l.audit
    AND w.control = l.control
LEFT JOIN account n ON n.id = w.author AND w.verdict IS NOT NULL
WHERE l.import = :id AND i.account = :account AND l.number > :after
  AND (CAST(:finding AS text) IS NULL OR l.finding = :finding)
  AND (CAST(:outcome AS text) IS NULL OR l.outcome = :outcome)
ORDER BY l.number
LIMIT :limit
