-- '0' follows '/' in "C" order: the range is the audit and all that lies below it.
SELECT e.at, e.account, e.action, nullif(substr(e.object, length(:object) + 2), '') AS control,
       w.name AS author, t.body AS text
FROM journal_entry e
LEFT JOIN journal_text t ON t.entry = e.id
LEFT JOIN account w ON w.id = e.account
WHERE (e.object = :object OR (e.object > :object || '/' AND e.object < :object || '0'))
  AND e.action = ANY(:actions)
ORDER BY e.id
