-- In the order of transactions: below the horizon none is still to come, so what follows the last one sealed is all
-- that there is. Seals are looked up too, because another process may have sealed meanwhile.
SELECT e.id, e.xid::text AS xid, e.at, e.account, e.action, e.object, e.before::text AS before, e.after::text AS after,
       to_jsonb(e.touched)::text AS touched, encode(e.text_digest, 'hex') AS text_digest
FROM journal_entry e
WHERE (e.xid, e.id) > (:xid::xid8, :id) AND e.xid < :horizon::xid8
  AND NOT EXISTS (SELECT FROM journal_seal s WHERE s.entry = e.id)
ORDER BY e.xid, e.id
LIMIT :limit
