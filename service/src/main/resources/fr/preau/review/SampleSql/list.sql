-- Samples of the units in which the person reviews, and of those below; newest first.
SELECT s.id, s.campaign, c.name AS campaign_name, s.unit, s.strata, s.seed, s.asked, s.frame, s.digest, s.at,
       w.name AS author_name, count(d.audit) AS drawn, count(d.audit) FILTER (WHERE d.version > 0) AS visited
FROM sample s
JOIN campaign c ON c.id = s.campaign
LEFT JOIN account w ON w.id = s.account
LEFT JOIN sample_school d ON d.sample = s.id
WHERE (CAST(:id AS bigint) IS NULL OR s.id = :id)
  AND EXISTS (SELECT FROM lineage(s.unit) AS above (id) WHERE above.id = ANY(:mine))
GROUP BY s.id, c.name, w.name
ORDER BY s.id DESC
LIMIT 100
