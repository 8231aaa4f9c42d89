-- What the person has read in, or one of them; newest first. A job that came to nothing is none: it may be asked for again.
SELECT i.id, i.campaign, c.name AS campaign_name, i.file_name, i.made_at, i.read_at, i.same, i.moved, i.applied_at,
       CASE WHEN j.state NOT IN ('FAILED', 'CANCELLED') THEN j.id END AS job,
       (SELECT count(*) FROM workbook_line l WHERE l.import = i.id AND l.chosen) AS chosen
FROM workbook_import i
JOIN campaign c ON c.id = i.campaign
LEFT JOIN job j ON j.id = i.job
WHERE i.account = :account AND (CAST(:id AS bigint) IS NULL OR i.id = :id)
ORDER BY i.id DESC
LIMIT 10
