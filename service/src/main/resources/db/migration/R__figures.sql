-- The figures' one definition (docs/adr/0004): pages, PDF and API read these and compute nothing by themselves.
-- Views are read with the reader's own rights, so that the rows' policies hold behind them.

-- One row for each control that an audit is asked; verdict is null while nobody has answered, and once an answer for many
-- was undone, which keeps its version alone.
CREATE OR REPLACE VIEW audit_cell WITH (security_invoker = true) AS
SELECT a.campaign, a.id AS audit, c.control, c.theme, c.level, c.weight, c.party, c.position,
       w.verdict, w.comment, w.version,
       CASE WHEN w.verdict IS NOT NULL THEN w.author END AS author,
       CASE WHEN w.verdict IS NOT NULL THEN w.party END AS author_party,
       CASE WHEN w.verdict IS NOT NULL THEN w.at END AS at
FROM audit a
JOIN asked_control c ON c.campaign = a.campaign AND c.school_type = a.school_type
LEFT JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.control = c.control;

-- Twice what a verdict holds of its weight: 1, ½ or nothing.
CREATE OR REPLACE FUNCTION twice_held(verdict text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE verdict WHEN 'CONFORME' THEN 2 WHEN 'PARTIEL' THEN 1 ELSE 0 END;

-- A verdict that asks for something to be done.
CREATE OR REPLACE FUNCTION weak(verdict text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN verdict IN ('PARTIEL', 'NON_CONFORME', 'NE_SAIT_PAS');

-- Rendered: its conformity counts in the figures of units. Sent back leaves until it is submitted again.
CREATE OR REPLACE FUNCTION rendered(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN state IN ('SUBMITTED', 'VALIDATED');

-- Counted in the reviewed reading: the opinions on what was last submitted, once the audit is validated.
CREATE OR REPLACE FUNCTION reviewed(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN state = 'VALIDATED';

-- What an opinion makes of a declared verdict: a contested one counts at the reviewer's value, any other as declared.
CREATE OR REPLACE FUNCTION reviewed_verdict(declared text, opinion text, given text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE opinion WHEN 'CONTESTED' THEN given ELSE declared END;

-- By how much an opinion changes the number of answers of one kind: 1, -1 or 0.
CREATE OR REPLACE FUNCTION moved(declared text, opinion text, given text, counted text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (reviewed_verdict(declared, opinion, given) IS NOT DISTINCT FROM counted)::int
       - (declared IS NOT DISTINCT FROM counted)::int;

-- The opinions that count, by reading. DRAFT is what REVIEWED would be if the audit were validated now: its reviewers'.
CREATE OR REPLACE VIEW reading_opinion WITH (security_invoker = true) AS
SELECT 'REVIEWED' AS reading, o.audit, o.control, o.kind, o.verdict
FROM opinion o JOIN audit a ON a.id = o.audit AND a.round = o.round
WHERE o.kind IS NOT NULL AND reviewed(a.state)
UNION ALL
SELECT 'DRAFT' AS reading, o.audit, o.control, o.kind, o.verdict
FROM opinion o JOIN audit a ON a.id = o.audit AND a.round = o.round
WHERE o.kind IS NOT NULL AND rendered(a.state);

-- audit_cell in each reading, with the verdict that counts in it.
CREATE OR REPLACE VIEW reading_cell WITH (security_invoker = true) AS
SELECT 'DECLARED' AS reading, campaign, audit, control, theme, level, weight, party, position, verdict,
       verdict AS declared, NULL AS opinion
FROM audit_cell
UNION ALL
SELECT 'REVIEWED' AS reading, c.campaign, c.audit, c.control, c.theme, c.level, c.weight, c.party, c.position,
       reviewed_verdict(c.verdict, o.kind, o.verdict), c.verdict, o.kind
FROM audit_cell c
LEFT JOIN reading_opinion o ON o.reading = 'REVIEWED' AND o.audit = c.audit AND o.control = c.control
UNION ALL
SELECT 'DRAFT' AS reading, c.campaign, c.audit, c.control, c.theme, c.level, c.weight, c.party, c.position,
       reviewed_verdict(c.verdict, o.kind, o.verdict), c.verdict, o.kind
FROM audit_cell c
LEFT JOIN reading_opinion o ON o.reading = 'DRAFT' AND o.audit = c.audit AND o.control = c.control;

-- Counts and weights of an audit by reading, theme, level and party. Every figure of every unit is a sum of these rows.
-- counted_weight: weights asked, less those not applicable. held_weight: twice the weight held, so that the half of a
-- « partiel » stays a whole number; unanswered and « ne sait pas » hold nothing. A reservation leaves the value as it is
-- and is counted apart.
CREATE OR REPLACE VIEW reading_tally WITH (security_invoker = true) AS
SELECT reading, campaign, audit, theme, level, party,
       count(*)                                              AS asked,
       count(verdict)                                        AS answered,
       count(*) FILTER (WHERE verdict = 'CONFORME')          AS conforming,
       count(*) FILTER (WHERE verdict = 'PARTIEL')           AS partial,
       count(*) FILTER (WHERE verdict = 'NON_CONFORME')      AS failing,
       count(*) FILTER (WHERE verdict = 'NON_APPLICABLE')    AS inapplicable,
       count(*) FILTER (WHERE verdict = 'NE_SAIT_PAS')       AS unknown,
       COALESCE(sum(weight) FILTER (WHERE verdict IS DISTINCT FROM 'NON_APPLICABLE'), 0) AS counted_weight,
       sum(weight * twice_held(verdict)) AS held_weight,
       count(*) FILTER (WHERE opinion = 'ACCEPTED')          AS accepted,
       count(*) FILTER (WHERE opinion = 'RESERVATION')       AS reserved,
       count(*) FILTER (WHERE opinion = 'CONTESTED')         AS contested
FROM reading_cell
GROUP BY reading, campaign, audit, theme, level, party;

-- The declared reading alone: what there is before a review.
CREATE OR REPLACE VIEW tally WITH (security_invoker = true) AS
SELECT campaign, audit, theme, level, party, asked, answered, conforming, partial, failing, inapplicable, unknown,
       counted_weight, held_weight
FROM reading_tally
WHERE reading = 'DECLARED';

-- The units of the State's tree that an audit lies in, by the columns fixed at its opening.
CREATE OR REPLACE FUNCTION state_units(region text, academy text, department text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 4
RETURN unnest(ARRAY['nation', 'region-' || region, 'academie-' || academy, 'departement-' || department]);

-- Coverage, 0 to 1; null when nothing is asked.
CREATE OR REPLACE FUNCTION coverage(answered numeric, asked numeric) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (answered / nullif(asked, 0))::double precision;

-- Conformity, 0 to 1; null when nothing is counted, which reads « — », never 100 %.
CREATE OR REPLACE FUNCTION conformity(held_weight numeric, counted_weight numeric) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (held_weight / nullif(2 * counted_weight, 0))::double precision;

GRANT SELECT ON audit_cell, reading_opinion, reading_cell, reading_tally, tally TO preau_service;
