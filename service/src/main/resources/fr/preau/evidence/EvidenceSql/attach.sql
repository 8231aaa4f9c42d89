INSERT INTO evidence (campaign, checklist, control, attachment, audit, holder, kind, title, format, sha256, url, seen_on,
                      seen_by, author, at)
SELECT c.id, c.checklist, k.code, k.attachment, a.id, :holder, :p.kind, :p.title, :p.format, :sha256, :p.url, :p.seenOn,
       :p.seenBy, :author, :at
FROM audit a
JOIN campaign c ON c.id = a.campaign
JOIN control k ON k.checklist = c.checklist AND k.code = :control
WHERE a.id = :audit
RETURNING id
