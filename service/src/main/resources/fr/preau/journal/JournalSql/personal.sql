-- For the person alone: with the values and texts of what is about their own account, and of nothing else.
WITH found AS (
    (SELECT e.id FROM journal_entry e WHERE e.account = :account AND e.id < :before ORDER BY e.id DESC LIMIT :limit)
    UNION
    (SELECT e.id FROM journal_entry e WHERE e.object = :own AND e.id < :before ORDER BY e.id DESC LIMIT :limit))
SELECT e.id, e.at, e.account, e.action, e.object,
       CASE WHEN e.object = :own THEN e.before END AS before, CASE WHEN e.object = :own THEN e.after END AS after,
       t.body AS text, coalesce(cardinality(e.touched), 0) AS touched
FROM found
JOIN journal_entry e ON e.id = found.id
LEFT JOIN journal_text t ON t.entry = e.id AND e.object = :own
ORDER BY e.id DESC
LIMIT :limit
