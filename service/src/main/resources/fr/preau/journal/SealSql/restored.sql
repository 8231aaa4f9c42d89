-- Entries whose transaction this server has not reached: they come from another one's dump, and are settled.
SELECT e.id, e.xid::text AS xid, e.at, e.account, e.action, e.object, e.before::text AS before, e.after::text AS after,
       to_jsonb(e.touched)::text AS touched, encode(e.text_digest, 'hex') AS text_digest
FROM journal_entry e
WHERE e.xid >= pg_snapshot_xmax(pg_current_snapshot())
  AND NOT EXISTS (SELECT FROM journal_seal s WHERE s.entry = e.id)
ORDER BY e.xid, e.id
LIMIT :limit
