-- How far each control is answered, over the schools and parties for which the owner answers.
SELECT k.control, count(*) AS asked, count(w.verdict) AS answered
FROM unnest(CAST(:audits AS bigint[]), CAST(:parties AS text[])) AS may (audit, party)
JOIN audit a ON a.id = may.audit
JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type AND k.party = may.party
LEFT JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.control = k.control
GROUP BY k.control
