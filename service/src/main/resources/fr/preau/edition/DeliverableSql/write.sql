-- The deliverable's row is locked for share: a proposal, which updates it, waits or is waited for.
INSERT INTO deliverable_text (deliverable, section, version, body, author, at)
SELECT d.id, :section, :seen + 1, :body, :by, :now
FROM (SELECT id FROM deliverable WHERE id = :id AND state = 'DRAFT' FOR SHARE) d
WHERE :seen = COALESCE((SELECT max(t.version) FROM deliverable_text t
                        WHERE t.deliverable = :id AND t.section = :section), 0)
ON CONFLICT DO NOTHING
