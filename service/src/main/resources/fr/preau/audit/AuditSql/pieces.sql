-- What shows one answer: as it stands, or as it was last submitted.
SELECT e.id, e.kind, e.title, e.format, b.size, e.url, e.seen_on, e.seen_by, e.author, w.name AS author_name, e.at,
       e.shared, s.owner, owner_name(s.owner) AS owner_name
FROM evidence e
LEFT JOIN evidence_blob b ON b.holder = e.holder AND b.sha256 = e.sha256
LEFT JOIN shared_answer s ON s.id = e.shared
LEFT JOIN account w ON w.id = e.author
WHERE e.id IN (
    SELECT r.evidence FROM rendered_evidence r WHERE :rendered AND r.audit = :id AND r.control = :control
    UNION ALL
    SELECT l.evidence FROM live_evidence l WHERE NOT :rendered AND l.campaign = :campaign AND l.audit = :id AND l.control = :control)
ORDER BY e.id
