-- What one save of an answer over the API sends, authentication and right included, as the server's log shows it
-- (log_statement = all): the reference of service/bin/bench, which gives the variables.
\set target random(1, :targets)
BEGIN;
SELECT enter(0, 'NAMED', now()), set_config('jit', 'off', true);
SELECT a.id AS account, a.name, a.employer,
       COALESCE((SELECT u.name FROM unit u WHERE u.id = a.employer), '') AS employer_name,
       ARRAY(SELECT g.role || ' ' || g.unit
             FROM access_grant g
             WHERE g.account = a.id AND g.revoked_at IS NULL AND g.since <= now()
               AND (g.until IS NULL OR g.until > now())
             ORDER BY g.id) AS rights,
       t.scope, COALESCE(t.last_used_at, t.created_at) AS last_at
FROM api_token t
JOIN account a ON a.id = t.account
WHERE t.digest = decode(:digest, 'hex') AND t.revoked_at IS NULL AND t.expires_at > now() AND a.disabled_at IS NULL;
COMMIT;
BEGIN;
SELECT enter(:account, 'NAMED', now()), set_config('jit', 'off', true);
-- The one statement of pgbench's own: which answer to give. An HTTP client has it in its address.
SELECT audit, control, campaign FROM bench_target WHERE number = :target \gset
UPDATE audit SET state = 'IN_PROGRESS' WHERE id = :audit AND state = 'TO_DO';
WITH held AS MATERIALIZED (
    SELECT id, state, round, submitted_at, submitted_by, read_at, judged_at, judged_by FROM audit WHERE id = :audit FOR SHARE
)
SELECT v.id, v.campaign, v.campaign_name, v.opens_on, v.closes_on, v.checklist, v.uai, v.school_name, v.school_type,
       v.commune_name, v.department, v.academy, v.academy_name, v.region, v.collectivity, v.collectivity_name,
       v.present_collectivity, held.state, held.round, held.submitted_at, held.submitted_by, held.read_at, held.judged_at, held.judged_by
FROM held JOIN audit_in_place v ON v.id = held.id
WHERE v.id = :audit
  AND (false OR v.region = ANY('{}') OR v.academy = ANY(ARRAY[:academy]::text[])
       OR v.department = ANY('{}') OR v.uai = ANY('{}')
       OR v.present_collectivity = ANY('{}')
       OR (v.collectivity = ANY('{}') AND v.closes_on >= CURRENT_DATE));
SELECT c.control, c.theme, c.level, c.weight, c.party, c.position,
       c.verdict, c.comment, COALESCE(c.version, 0) AS version, c.author, w.name AS author_name, c.author_party, c.at
FROM audit_cell c
LEFT JOIN account w ON w.id = c.author
WHERE c.campaign = :campaign AND c.audit = :audit AND c.control = :control \gset seen_
SELECT p.control, p.shared, p.owner, p.owner_name, p.follows, p.verdict, p.owner = ANY(ARRAY['academie-' || :academy]) AS mine
FROM answer_provenance p WHERE p.campaign = :campaign AND p.audit = :audit;
UPDATE answer
SET verdict = (ARRAY['CONFORME', 'PARTIEL'])[1 + :seen_version::int % 2], comment = 'Essai', version = version + 1,
    author = :account, party = 'ETAT', at = now()
WHERE campaign = :campaign AND audit = :audit AND control = :control AND version = :seen_version;
INSERT INTO audit_writer (audit, account, party) VALUES (:audit, :account, 'ETAT') ON CONFLICT DO NOTHING;
WITH entry AS (
    INSERT INTO journal_entry (at, account, action, object, before, after, touched, text_digest)
    VALUES (now(), :account, 'answer.saved', 'audit/' || :audit || '/' || :control,
            '{"verdict": "PARTIEL", "version": 18}', '{"party": "ETAT", "verdict": "CONFORME", "version": 19}', NULL,
            sha256('\x5385748221f98cc50e1499e5f6573cd9'::bytea || 'Essai'::bytea))
    RETURNING id)
INSERT INTO journal_text (entry, salt, body) SELECT id, '\x5385748221f98cc50e1499e5f6573cd9'::bytea, 'Essai' FROM entry;
COMMIT;
