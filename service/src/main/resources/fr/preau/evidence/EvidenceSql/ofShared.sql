SELECT e.id, e.kind, e.title, e.format, b.size, e.url, e.seen_on, e.seen_by, e.author, w.name AS author_name, e.at,
       e.shared, s.owner, owner_name(s.owner) AS owner_name
FROM evidence e
JOIN shared_answer s ON s.id = e.shared
LEFT JOIN evidence_blob b ON b.holder = e.holder AND b.sha256 = e.sha256
LEFT JOIN account w ON w.id = e.author
WHERE e.shared = :shared AND e.removed_at IS NULL
ORDER BY e.id
