-- Whom a theme is entrusted to in each of the rows; what is complete has ended, as on « Ce qui m'attend ».
SELECT g.audit, n.name
FROM assignment g
JOIN account n ON n.id = g.assignee
WHERE g.ended_at IS NULL AND g.audit = ANY(:audits) AND g.theme = :theme
  AND EXISTS (SELECT FROM audit_cell c
              WHERE c.campaign = :campaign AND c.audit = g.audit AND c.theme = g.theme AND c.party = ANY(g.parties)
                AND c.verdict IS NULL)
