INSERT INTO evidence (campaign, checklist, control, attachment, shared, holder, kind, title, format, sha256, url, seen_on,
                      seen_by, author, at)
SELECT c.id, c.checklist, k.code, k.attachment, s.id, :holder, :p.kind, :p.title, :p.format, :sha256, :p.url, :p.seenOn,
       :p.seenBy, :author, :at
FROM shared_answer s
JOIN campaign c ON c.id = s.campaign
JOIN control k ON k.checklist = c.checklist AND k.code = s.control
WHERE s.id = :shared
RETURNING id
