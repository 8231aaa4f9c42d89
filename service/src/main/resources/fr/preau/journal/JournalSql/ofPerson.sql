-- No value and no text: who reads this may have no sight of the audits. :whole names the objects, else only their kind.
WITH found AS (
    (SELECT e.id FROM journal_entry e WHERE e.account = :account AND e.id < :before ORDER BY e.id DESC LIMIT :limit)
    UNION
    (SELECT e.id FROM journal_entry e WHERE e.object = :own AND e.id < :before ORDER BY e.id DESC LIMIT :limit))
SELECT e.id, e.at, e.account, e.action,
       CASE WHEN :whole OR e.object = :own THEN e.object ELSE split_part(e.object, '/', 1) END AS object,
       NULL::jsonb AS before, NULL::jsonb AS after, NULL::text AS text, coalesce(cardinality(e.touched), 0) AS touched
FROM found
JOIN journal_entry e ON e.id = found.id
ORDER BY e.id DESC
LIMIT :limit
