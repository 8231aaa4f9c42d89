-- '0' follows '/' in "C" order, so the range is all that lies below the object. Each way in is a few rows of an index.
WITH found AS (
    (SELECT e.id FROM journal_entry e WHERE e.object = :object AND e.id < :before ORDER BY e.id DESC LIMIT :limit)
    UNION
    (SELECT e.id FROM journal_entry e
     WHERE e.object > :object || '/' AND e.object < :object || '0' AND e.id < :before ORDER BY e.id DESC LIMIT :limit)
    UNION
    (SELECT e.id FROM journal_entry e
     WHERE e.object = ANY(:wider) AND e.id < :before ORDER BY e.id DESC LIMIT :limit)
    UNION
    (SELECT e.id FROM journal_entry e
     WHERE e.touched @> ARRAY[:object]::text[] AND e.id < :before ORDER BY e.id DESC LIMIT :limit))
SELECT e.id, e.at, e.account, e.action, e.object, e.before, e.after, t.body AS text,
       coalesce(cardinality(e.touched), 0) AS touched
FROM found
JOIN journal_entry e ON e.id = found.id
LEFT JOIN journal_text t ON t.entry = e.id
ORDER BY e.id DESC
LIMIT :limit
