-- The copy is its new author's, on the day that it is made; what it holds is the same.
INSERT INTO evidence (campaign, checklist, control, attachment, audit, holder, kind, title, format, sha256, url, seen_on,
                      seen_by, author, at)
SELECT c.id, c.checklist, k.code, k.attachment, a.id, :holder, e.kind, e.title, e.format, e.sha256, e.url, e.seen_on,
       e.seen_by, :author, :at
FROM evidence e, audit a
JOIN campaign c ON c.id = a.campaign
JOIN control k ON k.checklist = c.checklist AND k.code = :control
WHERE a.id = :audit AND e.id = :piece
RETURNING id
