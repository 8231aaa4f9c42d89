-- '0' follows '/' in "C" order: the range is the audit and all that lies below it.
SELECT e.at, e.account, CASE e.action WHEN 'audits.validated' THEN 'audit.validated' ELSE e.action END AS action,
       CASE e.action WHEN 'audits.validated' THEN NULL ELSE nullif(substr(e.object, length(:object) + 2), '') END AS control,
       w.name AS author, t.body AS text
FROM journal_entry e
LEFT JOIN journal_text t ON t.entry = e.id
LEFT JOIN account w ON w.id = e.account
WHERE (e.object = :object OR (e.object > :object || '/' AND e.object < :object || '0'))
  AND e.action = ANY(:actions)
   OR (e.action = 'audits.validated' AND e.touched @> ARRAY[:object]::text[])
ORDER BY e.id
