-- Many entries at once. Texts find their entry by the salted digest, which no two share.
WITH sent AS (
    SELECT e.action, e.object, e.after, e.touched, decode(e.digest, 'hex') AS digest, decode(e.salt, 'hex') AS salt, e.body
    FROM jsonb_to_recordset(CAST(:entries AS jsonb))
        AS e (action text, object text, after jsonb, touched text[], digest text, salt text, body text)
),
entry AS (
    INSERT INTO journal_entry (at, account, action, object, after, touched, text_digest)
    SELECT :at, :account, s.action, s.object, s.after, NULLIF(s.touched, '{}'), s.digest FROM sent s
    RETURNING id, text_digest
)
INSERT INTO journal_text (entry, salt, body)
SELECT e.id, s.salt, s.body FROM entry e JOIN sent s ON s.digest = e.text_digest
