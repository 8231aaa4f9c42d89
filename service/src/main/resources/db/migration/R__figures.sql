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

-- Counts and weights of an audit by theme, level and party. Every figure of every unit is a sum of these rows.
-- counted_weight: weights asked, less those declared not applicable. held_weight: twice the weight held, so that the
-- half of a « partiel » stays a whole number; unanswered and « ne sait pas » hold nothing.
CREATE OR REPLACE VIEW tally WITH (security_invoker = true) AS
SELECT campaign, audit, theme, level, party,
       count(*)                                              AS asked,
       count(verdict)                                        AS answered,
       count(*) FILTER (WHERE verdict = 'CONFORME')          AS conforming,
       count(*) FILTER (WHERE verdict = 'PARTIEL')           AS partial,
       count(*) FILTER (WHERE verdict = 'NON_CONFORME')      AS failing,
       count(*) FILTER (WHERE verdict = 'NON_APPLICABLE')    AS inapplicable,
       count(*) FILTER (WHERE verdict = 'NE_SAIT_PAS')       AS unknown,
       COALESCE(sum(weight) FILTER (WHERE verdict IS DISTINCT FROM 'NON_APPLICABLE'), 0) AS counted_weight,
       sum(weight * twice_held(verdict)) AS held_weight
FROM audit_cell
GROUP BY campaign, audit, theme, level, party;

-- Rendered: its conformity counts in the figures of units. Sent back leaves until it is submitted again.
CREATE OR REPLACE FUNCTION rendered(state text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN state IN ('SUBMITTED', 'VALIDATED');

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

GRANT SELECT ON audit_cell, tally TO preau_service;
