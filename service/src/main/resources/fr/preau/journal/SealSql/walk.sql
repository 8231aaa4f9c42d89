SELECT s.position, encode(s.hash, 'hex') AS hash, s.entry,
       e.id, e.xid::text AS xid, e.at, e.account, e.action, e.object, e.before::text AS before, e.after::text AS after,
       to_jsonb(e.touched)::text AS touched, encode(e.text_digest, 'hex') AS text_digest,
       encode(t.salt, 'hex') AS salt, t.body
FROM (SELECT position, entry, hash FROM journal_seal WHERE position > :after ORDER BY position LIMIT :limit) s
LEFT JOIN journal_entry e ON e.id = s.entry
LEFT JOIN journal_text t ON t.entry = s.entry
ORDER BY s.position
