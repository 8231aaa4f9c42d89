-- What was decided in a campaign, the newest first.
SELECT a.id AS audit, a.school_name, d.kind, d.followed, f.name AS before_name, t.name AS present_name, 
       m.name AS absorber_name, d.expected,
       d.kind = 'CLOSED' AND d.followed AND s.state <> 'CLOSED' AS reopened, d.reason, d.at,
       n.name AS author_name
FROM roster_decision d
JOIN audit a ON a.id = d.audit
JOIN school s ON s.uai = a.uai
LEFT JOIN collectivity f ON f.code = d.before
LEFT JOIN collectivity t ON t.code = d.present
LEFT JOIN school m ON m.uai = d.absorbed_by
LEFT JOIN account n ON n.id = d.account
WHERE a.campaign = :campaign
ORDER BY d.id DESC
LIMIT :limit
