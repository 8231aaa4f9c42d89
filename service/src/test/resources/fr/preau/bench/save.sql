-- What one save over an answer sends by the API, authentication and right included: the reference of service/bin/bench,
-- whose Pgbench gives the values. SaveScriptTest holds it to a save: these are its statements, a dot in a parameter's
-- name written as an underscore.
\set target random(1, :targets)
SELECT a.id AS account,
       a.name,
       a.employer,
       COALESCE((SELECT u.name FROM unit u WHERE u.id = a.employer), '') AS employer_name,
       ARRAY(SELECT g.role || ' ' || g.unit
             FROM access_grant g
             WHERE g.account = a.id AND g.revoked_at IS NULL AND g.since <= :now
               AND (g.until IS NULL OR g.until > :now)
             ORDER BY g.id) AS rights,
       t.scope,
       COALESCE(t.last_used_at, t.created_at) AS last_at
FROM api_token t
JOIN account a ON a.id = t.account
WHERE t.digest = :digest
  AND t.revoked_at IS NULL
  AND t.expires_at > :now
  AND a.disabled_at IS NULL;
\set account :author
BEGIN;
SELECT enter(:account, :reach, :at), set_config('jit', 'off', true);
-- The one statement of pgbench's own: which answer to give. An HTTP client has it in its address.
SELECT audit AS id, audit AS key_audit, control, control AS key_control, campaign AS key_campaign,
       'audit/' || audit || '/' || control AS object
FROM bench_target WHERE number = :target \gset
WITH held AS MATERIALIZED (
    SELECT id, state, round, submitted_at, submitted_by, read_at, judged_at, judged_by FROM audit
    WHERE id = :id AND (state <> 'TO_DO' OR NOT :begun) FOR SHARE
)
SELECT v.id, v.campaign, v.campaign_name, v.opens_on, v.closes_on, v.checklist, v.uai, v.school_name, v.school_type,
       v.commune_name, v.department, v.academy, v.academy_name, v.region, v.collectivity, v.collectivity_name,
       v.present_collectivity, held.state, held.round, held.submitted_at, held.submitted_by, held.read_at, held.judged_at, held.judged_by,
       c.control, c.theme, c.level, c.weight, c.party, c.position,
       c.verdict, c.comment, COALESCE(c.version, 0) AS version, c.author, w.name AS author_name, c.author_party, c.at
FROM held JOIN audit_in_place v ON v.id = held.id
JOIN audit_cell c ON c.campaign = v.campaign AND c.audit = v.id AND c.control = :control
LEFT JOIN account w ON w.id = c.author
WHERE v.id = :id
  AND (:p_nation OR v.region = ANY(:p_regions) OR v.academy = ANY(:p_academies)
       OR v.department = ANY(:p_departments) OR v.uai = ANY(:p_schools)
       OR v.present_collectivity = ANY(:p_collectivities)
       OR (v.collectivity = ANY(:p_collectivities) AND v.closes_on >= :today)) \gset seen_
\set seen :seen_version
WITH written AS (
    UPDATE answer
    SET verdict = (ARRAY['CONFORME', 'PARTIEL'])[1 + :seen::int % 2], comment = 'Essai ' || :seen, version = version + 1,
        author = :author, party = :party, at = :at
    WHERE campaign = :key_campaign AND audit = :key_audit AND control = :key_control AND version = :seen
    RETURNING audit),
writer AS (
    INSERT INTO audit_writer (audit, account, party) SELECT audit, :author, :fallsTo FROM written
    ON CONFLICT DO NOTHING)
SELECT count(*) FROM written;
WITH entry AS (
    INSERT INTO journal_entry (at, account, action, object, before, after, touched, text_digest)
    VALUES (:at, :account, :action, :object, :before, :after, NULLIF(:touched::text[], '{}'), :digest)
    RETURNING id)
INSERT INTO journal_text (entry, salt, body) SELECT id, :salt, :body FROM entry;
COMMIT;
