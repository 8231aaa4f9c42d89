-- Name of a unit that answers for many: never a school. One look-up by key, where the view unit would read all schools.
CREATE OR REPLACE FUNCTION owner_name(owner text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE split_part(owner, '-', 1)
        WHEN 'collectivite' THEN (SELECT c.name FROM preau.collectivity c WHERE c.code = split_part(owner, '-', 2))
        WHEN 'departement' THEN (SELECT d.name FROM preau.department d WHERE d.code = split_part(owner, '-', 2))
        WHEN 'academie' THEN (SELECT a.name FROM preau.academy a WHERE a.code = split_part(owner, '-', 2))
        WHEN 'region' THEN (SELECT r.name FROM preau.region r WHERE r.code = split_part(owner, '-', 2))
        ELSE '' END
$$;

-- Where an answer comes from, when a shared answer wrote it, or met it: it follows, or is an exception to it.
CREATE OR REPLACE VIEW answer_provenance WITH (security_invoker = true) AS
SELECT w.campaign, w.audit, w.control, s.id AS shared, s.owner, owner_name(s.owner) AS owner_name,
       w.shared_version = w.version AS follows, s.verdict
FROM answer w
JOIN shared_answer s ON s.id = w.shared;

GRANT SELECT ON answer_provenance TO preau_service;

-- For which party an agent of the owner answers in a school; null when they may not. Answering.writesFor said for one
-- grant, so that thousands of schools are one statement: SharedRuleTest holds the two equal over every case.
CREATE OR REPLACE FUNCTION answers_as(owner text, department text, academy text, region text, present text, fixed text,
                                      falls_to text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN owner IN ('collectivite-' || present, 'collectivite-' || fixed) THEN 'COLLECTIVITE'
    WHEN (falls_to IN ('ETAT', 'PARTAGE') OR present IS NULL OR fixed IS NULL)
         AND owner IN ('nation', 'region-' || region, 'academie-' || academy, 'departement-' || department) THEN 'ETAT'
    END;

-- What a shared answer would do to a school's answer: the values of Fate.
CREATE OR REPLACE FUNCTION shared_fate(state text, verdict text, comment text, follows boolean, shared bigint,
                                       given bigint, given_verdict text, given_comment text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN state NOT IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK') THEN 'LOCKED'
    WHEN verdict IS NULL THEN 'NEW'
    WHEN verdict = given_verdict AND comment IS NOT DISTINCT FROM given_comment THEN 'SAME'
    WHEN NOT follows THEN 'OWN'
    WHEN shared = given THEN 'MOVED'
    ELSE 'OTHER' END;

-- Where a school stands beside a shared answer that is given: the values of Stand.
CREATE OR REPLACE FUNCTION shared_stand(state text, verdict text, comment text, follows boolean, shared bigint,
                                        given bigint, given_verdict text, given_comment text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN verdict IS NULL THEN CASE WHEN state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK') THEN 'WAITING' ELSE 'NONE' END
    WHEN follows AND shared = given THEN 'FOLLOWS'
    WHEN follows THEN 'ELSEWHERE'
    WHEN verdict <> given_verdict OR (given_verdict IS NOT NULL AND comment IS DISTINCT FROM given_comment)
        THEN 'EXCEPTION'
    ELSE 'NONE' END;

-- A control of a school in a campaign, with what is answered there now, for who answers it once for many.
CREATE OR REPLACE VIEW shared_cell WITH (security_invoker = true) AS
SELECT v.id, v.campaign, v.closes_on, v.uai, v.school_name, v.school_type, v.commune, v.commune_name, v.department,
       v.academy, v.region, v.collectivity, v.present_collectivity, v.state, k.control, k.party AS falls_to, w.verdict,
       w.comment, COALESCE(w.version, 0) AS version, w.shared, COALESCE(w.shared_version = w.version, false) AS follows,
       w.author
FROM audit_in_place v
JOIN asked_control k ON k.campaign = v.campaign AND k.school_type = v.school_type
LEFT JOIN answer w ON w.campaign = v.campaign AND w.audit = v.id AND w.control = k.control
WHERE v.state <> 'REMOVED';

GRANT SELECT ON shared_cell TO preau_service;
