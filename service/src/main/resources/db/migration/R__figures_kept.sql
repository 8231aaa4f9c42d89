-- Figures kept up to date by triggers (docs/adr/0022); what they are is defined in R__figures.sql, and the views *_raw
-- below recompute them from it. Whoever changes one changes the other: KeptFiguresTest and check-figures hold them equal.

-- What should stand in audit_tally, unit_tally and unit_roster, from the raw answers.
CREATE OR REPLACE VIEW audit_tally_raw WITH (security_invoker = true) AS
SELECT campaign, audit, count(verdict)                                              AS answered,
       count(*) FILTER (WHERE verdict = 'CONFORME')                                 AS conforming,
       count(*) FILTER (WHERE verdict = 'PARTIEL')                                  AS partial,
       count(*) FILTER (WHERE verdict = 'NON_CONFORME')                             AS failing,
       count(*) FILTER (WHERE verdict = 'NON_APPLICABLE')                           AS inapplicable,
       count(*) FILTER (WHERE verdict = 'NE_SAIT_PAS')                              AS unknown,
       COALESCE(sum(weight) FILTER (WHERE verdict = 'NON_APPLICABLE'), 0)           AS inapplicable_weight,
       COALESCE(sum(weight * twice_held(verdict)), 0)                               AS held_weight,
       count(*) FILTER (WHERE level = 1 AND weak(verdict))                          AS base_weak,
       COALESCE(sum(weight) FILTER (WHERE level = 1 AND verdict = 'NON_APPLICABLE'), 0) AS base_inapplicable_weight,
       COALESCE(sum(weight * twice_held(verdict)) FILTER (WHERE level = 1), 0)      AS base_held_weight
FROM audit_cell
WHERE verdict IS NOT NULL
GROUP BY campaign, audit;

CREATE OR REPLACE VIEW unit_tally_raw WITH (security_invoker = true) AS
SELECT a.campaign, u.unit, a.school_type, c.control, count(*)                       AS answered,
       count(*) FILTER (WHERE rendered(a.state) AND c.verdict = 'CONFORME')         AS conforming,
       count(*) FILTER (WHERE rendered(a.state) AND c.verdict = 'PARTIEL')          AS partial,
       count(*) FILTER (WHERE rendered(a.state) AND c.verdict = 'NON_CONFORME')     AS failing,
       count(*) FILTER (WHERE rendered(a.state) AND c.verdict = 'NON_APPLICABLE')   AS inapplicable,
       count(*) FILTER (WHERE rendered(a.state) AND c.verdict = 'NE_SAIT_PAS')      AS unknown,
       sum(moved(c.verdict, o.kind, o.verdict, 'CONFORME'))                         AS moved_conforming,
       sum(moved(c.verdict, o.kind, o.verdict, 'PARTIEL'))                          AS moved_partial,
       sum(moved(c.verdict, o.kind, o.verdict, 'NON_CONFORME'))                     AS moved_failing,
       sum(moved(c.verdict, o.kind, o.verdict, 'NON_APPLICABLE'))                   AS moved_inapplicable,
       sum(moved(c.verdict, o.kind, o.verdict, 'NE_SAIT_PAS'))                      AS moved_unknown,
       count(*) FILTER (WHERE o.kind = 'ACCEPTED')                                  AS accepted,
       count(*) FILTER (WHERE o.kind = 'RESERVATION')                               AS reserved,
       count(*) FILTER (WHERE o.kind = 'CONTESTED')                                 AS contested
FROM audit a
JOIN audit_cell c ON c.campaign = a.campaign AND c.audit = a.id AND c.verdict IS NOT NULL
LEFT JOIN reading_opinion o ON o.reading = 'REVIEWED' AND o.audit = a.id AND o.control = c.control
CROSS JOIN LATERAL state_units(a.region, a.academy, a.department) AS u (unit)
WHERE a.state <> 'REMOVED'
GROUP BY a.campaign, u.unit, a.school_type, c.control;

CREATE OR REPLACE VIEW unit_roster_raw WITH (security_invoker = true) AS
SELECT a.campaign, u.unit, a.school_type, a.state, count(*) AS audits
FROM audit a
CROSS JOIN LATERAL state_units(a.region, a.academy, a.department) AS u (unit)
GROUP BY a.campaign, u.unit, a.school_type, a.state;

-- The answers of one statement. One text for the three kinds of statement, which differ by what they change alone. The
-- audits are held still first, as every save does: whether they are rendered decides where an answer counts.
DO $$
DECLARE
    kind record;
    text_of_function text := $function$
        CREATE OR REPLACE FUNCTION %1$I() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $body$
        BEGIN
            PERFORM FROM audit WHERE id IN (SELECT audit FROM %2$s) ORDER BY id FOR SHARE;
            WITH changed AS (%3$s),
            counted AS MATERIALIZED (
                SELECT c.campaign, c.audit, c.control, c.verdict, c.sign, a.region, a.academy, a.department,
                       a.school_type, a.state, k.weight, k.level
                FROM changed c
                JOIN audit a ON a.id = c.audit
                JOIN asked_control k
                  ON k.campaign = c.campaign AND k.school_type = a.school_type AND k.control = c.control
                WHERE c.verdict IS NOT NULL
            ),
            of_audits AS (
                INSERT INTO audit_delta (
                    campaign, audit, answered, conforming, partial, failing, inapplicable, unknown,
                    inapplicable_weight, held_weight, base_weak, base_inapplicable_weight, base_held_weight)
                SELECT campaign, audit, sum(sign),
                       COALESCE(sum(sign) FILTER (WHERE verdict = 'CONFORME'), 0),
                       COALESCE(sum(sign) FILTER (WHERE verdict = 'PARTIEL'), 0),
                       COALESCE(sum(sign) FILTER (WHERE verdict = 'NON_CONFORME'), 0),
                       COALESCE(sum(sign) FILTER (WHERE verdict = 'NON_APPLICABLE'), 0),
                       COALESCE(sum(sign) FILTER (WHERE verdict = 'NE_SAIT_PAS'), 0),
                       COALESCE(sum(sign * weight) FILTER (WHERE verdict = 'NON_APPLICABLE'), 0),
                       sum(sign * weight * twice_held(verdict)),
                       COALESCE(sum(sign) FILTER (WHERE level = 1 AND weak(verdict)), 0),
                       COALESCE(sum(sign * weight) FILTER (WHERE level = 1 AND verdict = 'NON_APPLICABLE'), 0),
                       COALESCE(sum(sign * weight * twice_held(verdict)) FILTER (WHERE level = 1), 0)
                FROM counted
                GROUP BY campaign, audit
            )
            INSERT INTO unit_delta (
                campaign, region, academy, department, school_type, control,
                answered, conforming, partial, failing, inapplicable, unknown)
            SELECT campaign, region, academy, department, school_type, control, sum(sign),
                   COALESCE(sum(sign) FILTER (WHERE rendered(state) AND verdict = 'CONFORME'), 0),
                   COALESCE(sum(sign) FILTER (WHERE rendered(state) AND verdict = 'PARTIEL'), 0),
                   COALESCE(sum(sign) FILTER (WHERE rendered(state) AND verdict = 'NON_CONFORME'), 0),
                   COALESCE(sum(sign) FILTER (WHERE rendered(state) AND verdict = 'NON_APPLICABLE'), 0),
                   COALESCE(sum(sign) FILTER (WHERE rendered(state) AND verdict = 'NE_SAIT_PAS'), 0)
            FROM counted
            WHERE state <> 'REMOVED'
            GROUP BY campaign, region, academy, department, school_type, control
            HAVING sum(sign) <> 0 OR bool_or(rendered(state));
            RETURN NULL;
        END $body$
        $function$;
BEGIN
    EXECUTE format(text_of_function, 'count_added', 'after_rows',
                   'SELECT campaign, audit, control, verdict, 1 AS sign FROM after_rows');
    EXECUTE format(text_of_function, 'count_taken', 'before_rows',
                   'SELECT campaign, audit, control, verdict, -1 AS sign FROM before_rows');
    EXECUTE format(text_of_function, 'count_changed', 'after_rows', $changed$
        SELECT x.campaign, x.audit, x.control, v.verdict, v.sign
        FROM after_rows x
        JOIN before_rows y ON y.campaign = x.campaign AND y.audit = x.audit AND y.control = x.control
        CROSS JOIN LATERAL (VALUES (x.verdict, 1), (y.verdict, -1)) AS v (verdict, sign)
        WHERE x.verdict IS DISTINCT FROM y.verdict$changed$);
END $$;

CREATE OR REPLACE TRIGGER counts_added AFTER INSERT ON answer
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_added();
CREATE OR REPLACE TRIGGER counts_changed AFTER UPDATE ON answer
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_changed();
CREATE OR REPLACE TRIGGER counts_taken AFTER DELETE ON answer
    REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION count_taken();

-- Audits that join, move or change their state. Where an audit enters or leaves what is counted, its answers are read
-- again: its row is locked by the change, and every save holds a share of that lock.
DO $$
DECLARE
    text_of_function text := $function$
        CREATE OR REPLACE FUNCTION %1$I() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $body$
        BEGIN
            WITH changed AS (%2$s)
            INSERT INTO unit_delta (campaign, region, academy, department, school_type, state, audits)
            SELECT campaign, region, academy, department, school_type, state, sum(sign)
            FROM changed
            GROUP BY campaign, region, academy, department, school_type, state
            HAVING sum(sign) <> 0;
            IF %3$s THEN
                RETURN NULL;
            END IF;
            WITH changed AS (%2$s),
            turned AS MATERIALIZED (
                SELECT c.campaign, c.id, c.region, c.academy, c.department, c.school_type, c.state, c.sign
                FROM changed c
                WHERE c.state <> 'REMOVED' AND c.id IN (
                    SELECT id FROM changed
                    GROUP BY id, region, academy, department, school_type, state <> 'REMOVED', rendered(state)
                    HAVING sum(sign) <> 0)
            ),
            -- Looked up audit by audit, whatever the statistics say: of a campaign that has just been opened they say that
            -- there are no answers, and the planner would look each control up in all of them.
            given AS MATERIALIZED (
                SELECT t.campaign, t.region, t.academy, t.department, t.school_type, t.state, t.sign, w.control, w.verdict
                FROM turned t
                CROSS JOIN LATERAL (SELECT a.control, a.verdict FROM answer a
                                    WHERE a.campaign = t.campaign AND a.audit = t.id AND a.verdict IS NOT NULL
                                    OFFSET 0) w
            )
            INSERT INTO unit_delta (
                campaign, region, academy, department, school_type, control,
                answered, conforming, partial, failing, inapplicable, unknown)
            SELECT g.campaign, g.region, g.academy, g.department, g.school_type, g.control, sum(g.sign),
                   COALESCE(sum(g.sign) FILTER (WHERE rendered(g.state) AND g.verdict = 'CONFORME'), 0),
                   COALESCE(sum(g.sign) FILTER (WHERE rendered(g.state) AND g.verdict = 'PARTIEL'), 0),
                   COALESCE(sum(g.sign) FILTER (WHERE rendered(g.state) AND g.verdict = 'NON_CONFORME'), 0),
                   COALESCE(sum(g.sign) FILTER (WHERE rendered(g.state) AND g.verdict = 'NON_APPLICABLE'), 0),
                   COALESCE(sum(g.sign) FILTER (WHERE rendered(g.state) AND g.verdict = 'NE_SAIT_PAS'), 0)
            FROM given g
            JOIN asked_control k
              ON k.campaign = g.campaign AND k.school_type = g.school_type AND k.control = g.control
            GROUP BY g.campaign, g.region, g.academy, g.department, g.school_type, g.control;
            WITH changed AS (%2$s)
            INSERT INTO unit_delta (
                campaign, region, academy, department, school_type, control, moved_conforming, moved_partial,
                moved_failing, moved_inapplicable, moved_unknown, accepted, reserved, contested)
            SELECT c.campaign, c.region, c.academy, c.department, c.school_type, o.control,
                   sum(c.sign * moved(w.verdict, o.kind, o.verdict, 'CONFORME')),
                   sum(c.sign * moved(w.verdict, o.kind, o.verdict, 'PARTIEL')),
                   sum(c.sign * moved(w.verdict, o.kind, o.verdict, 'NON_CONFORME')),
                   sum(c.sign * moved(w.verdict, o.kind, o.verdict, 'NON_APPLICABLE')),
                   sum(c.sign * moved(w.verdict, o.kind, o.verdict, 'NE_SAIT_PAS')),
                   COALESCE(sum(c.sign) FILTER (WHERE o.kind = 'ACCEPTED'), 0),
                   COALESCE(sum(c.sign) FILTER (WHERE o.kind = 'RESERVATION'), 0),
                   COALESCE(sum(c.sign) FILTER (WHERE o.kind = 'CONTESTED'), 0)
            FROM changed c
            JOIN opinion o ON o.audit = c.id AND o.round = c.round AND o.kind IS NOT NULL
            JOIN answer w ON w.campaign = c.campaign AND w.audit = c.id AND w.control = o.control AND w.verdict IS NOT NULL
            WHERE reviewed(c.state)
            GROUP BY c.campaign, c.region, c.academy, c.department, c.school_type, o.control;
            RETURN NULL;
        END $body$
        $function$;
    columns text := 'campaign, id, region, academy, department, school_type, state, round';
    added text;
    taken text;
BEGIN
    added := 'SELECT ' || columns || ', 1 AS sign FROM after_rows';
    taken := 'SELECT ' || columns || ', -1 AS sign FROM before_rows';
    -- An audit that has just joined has neither an answer nor an opinion: an opening looks for none.
    EXECUTE format(text_of_function, 'roster_added', added, 'true');
    EXECUTE format(text_of_function, 'roster_taken', taken, 'NOT FOUND');
    EXECUTE format(text_of_function, 'roster_changed', added || ' UNION ALL ' || taken, 'NOT FOUND');
END $$;

CREATE OR REPLACE TRIGGER counts_added AFTER INSERT ON audit
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION roster_added();
CREATE OR REPLACE TRIGGER counts_changed AFTER UPDATE ON audit
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION roster_changed();
CREATE OR REPLACE TRIGGER counts_taken AFTER DELETE ON audit
    REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION roster_taken();

-- Opinions that come, change and go. The service writes them while an audit is submitted, when they count for nothing yet;
-- a repair by hand may do otherwise.
DO $$
DECLARE
    text_of_function text := $function$
        CREATE OR REPLACE FUNCTION %1$I() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $body$
        BEGIN
            PERFORM FROM audit WHERE id IN (SELECT audit FROM %2$s) ORDER BY id FOR SHARE;
            WITH changed AS (%3$s)
            INSERT INTO unit_delta (
                campaign, region, academy, department, school_type, control, moved_conforming, moved_partial,
                moved_failing, moved_inapplicable, moved_unknown, accepted, reserved, contested)
            SELECT a.campaign, a.region, a.academy, a.department, a.school_type, c.control,
                   sum(c.sign * moved(w.verdict, c.kind, c.verdict, 'CONFORME')),
                   sum(c.sign * moved(w.verdict, c.kind, c.verdict, 'PARTIEL')),
                   sum(c.sign * moved(w.verdict, c.kind, c.verdict, 'NON_CONFORME')),
                   sum(c.sign * moved(w.verdict, c.kind, c.verdict, 'NON_APPLICABLE')),
                   sum(c.sign * moved(w.verdict, c.kind, c.verdict, 'NE_SAIT_PAS')),
                   COALESCE(sum(c.sign) FILTER (WHERE c.kind = 'ACCEPTED'), 0),
                   COALESCE(sum(c.sign) FILTER (WHERE c.kind = 'RESERVATION'), 0),
                   COALESCE(sum(c.sign) FILTER (WHERE c.kind = 'CONTESTED'), 0)
            FROM changed c
            JOIN audit a ON a.id = c.audit AND a.round = c.round AND reviewed(a.state)
            JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.control = c.control AND w.verdict IS NOT NULL
            WHERE c.kind IS NOT NULL
            GROUP BY a.campaign, a.region, a.academy, a.department, a.school_type, c.control;
            RETURN NULL;
        END $body$
        $function$;
    columns text := 'audit, round, control, kind, verdict';
    added text;
    taken text;
BEGIN
    added := 'SELECT ' || columns || ', 1 AS sign FROM after_rows';
    taken := 'SELECT ' || columns || ', -1 AS sign FROM before_rows';
    EXECUTE format(text_of_function, 'opinion_added', 'after_rows', added);
    EXECUTE format(text_of_function, 'opinion_taken', 'before_rows', taken);
    EXECUTE format(text_of_function, 'opinion_changed', 'after_rows', added || ' UNION ALL ' || taken);
END $$;

CREATE OR REPLACE TRIGGER counts_added AFTER INSERT ON opinion
    REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION opinion_added();
CREATE OR REPLACE TRIGGER counts_changed AFTER UPDATE ON opinion
    REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION opinion_changed();
CREATE OR REPLACE TRIGGER counts_taken AFTER DELETE ON opinion
    REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION opinion_taken();
