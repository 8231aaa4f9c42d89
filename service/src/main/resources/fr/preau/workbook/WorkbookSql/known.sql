-- The stored answers of audits, each with what the shared answer says that it follows or departs from.
SELECT w.audit, w.control, w.verdict, w.comment, w.version, COALESCE(w.shared_version = w.version, false) AS follows,
       s.verdict AS shared_verdict
FROM answer w
LEFT JOIN shared_answer s ON s.id = w.shared
WHERE w.campaign = :campaign AND w.audit = ANY(:audits)
