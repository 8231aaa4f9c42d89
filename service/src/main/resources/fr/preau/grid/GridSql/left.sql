SELECT t.theme, sum(t.asked - t.answered) AS "left"
FROM tally t
WHERE t.campaign = :campaign AND t.audit = ANY(:audits)
GROUP BY t.theme
