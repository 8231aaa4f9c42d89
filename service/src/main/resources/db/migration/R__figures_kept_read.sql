-- Folding, reading and checking the kept figures (docs/adr/0022).

-- Adds the deltas that are committed to the tallies, and returns how many there were. One folder at a time; it waits for
-- no writer and no writer waits for it. Readers see a delta either in its table or in the tally, never in both.
CREATE OR REPLACE FUNCTION fold_tallies() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
DECLARE
    folded bigint;
    more bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(x'507265617520323274'::bit(64)::bigint) THEN
        RETURN 0;
    END IF;
    WITH gone AS (DELETE FROM audit_delta RETURNING *)
    INSERT INTO audit_tally AS t (
        campaign, audit, answered, conforming, partial, failing, inapplicable, unknown,
        inapplicable_weight, held_weight, base_weak, base_inapplicable_weight, base_held_weight)
    SELECT campaign, audit, sum(answered), sum(conforming), sum(partial), sum(failing), sum(inapplicable), sum(unknown),
           sum(inapplicable_weight), sum(held_weight), sum(base_weak), sum(base_inapplicable_weight),
           sum(base_held_weight)
    FROM gone
    GROUP BY campaign, audit
    ON CONFLICT (audit) DO UPDATE SET
        answered = t.answered + excluded.answered, conforming = t.conforming + excluded.conforming,
        partial = t.partial + excluded.partial, failing = t.failing + excluded.failing,
        inapplicable = t.inapplicable + excluded.inapplicable, unknown = t.unknown + excluded.unknown,
        inapplicable_weight = t.inapplicable_weight + excluded.inapplicable_weight,
        held_weight = t.held_weight + excluded.held_weight, base_weak = t.base_weak + excluded.base_weak,
        base_inapplicable_weight = t.base_inapplicable_weight + excluded.base_inapplicable_weight,
        base_held_weight = t.base_held_weight + excluded.base_held_weight;
    GET DIAGNOSTICS folded = ROW_COUNT;
    WITH gone AS (DELETE FROM unit_delta RETURNING *),
    below AS (
        SELECT campaign, region, academy, department, school_type, control, state, sum(audits) AS audits,
               sum(answered) AS answered, sum(conforming) AS conforming, sum(partial) AS partial,
               sum(failing) AS failing, sum(inapplicable) AS inapplicable, sum(unknown) AS unknown,
               sum(moved_conforming) AS moved_conforming, sum(moved_partial) AS moved_partial,
               sum(moved_failing) AS moved_failing, sum(moved_inapplicable) AS moved_inapplicable,
               sum(moved_unknown) AS moved_unknown, sum(accepted) AS accepted, sum(reserved) AS reserved,
               sum(contested) AS contested
        FROM gone
        GROUP BY campaign, region, academy, department, school_type, control, state
    ),
    rosters AS (
        INSERT INTO unit_roster AS t (campaign, unit, school_type, state, audits)
        SELECT campaign, u.unit, school_type, state, sum(audits)
        FROM below CROSS JOIN LATERAL state_units(region, academy, department) AS u (unit)
        WHERE state IS NOT NULL
        GROUP BY campaign, u.unit, school_type, state
        ON CONFLICT (campaign, unit, school_type, state) DO UPDATE SET audits = t.audits + excluded.audits
    )
    INSERT INTO unit_tally AS t (
        campaign, unit, school_type, control, answered, conforming, partial, failing, inapplicable, unknown,
        moved_conforming, moved_partial, moved_failing, moved_inapplicable, moved_unknown, accepted, reserved, contested)
    SELECT campaign, u.unit, school_type, control, sum(answered), sum(conforming), sum(partial), sum(failing),
           sum(inapplicable), sum(unknown), sum(moved_conforming), sum(moved_partial), sum(moved_failing),
           sum(moved_inapplicable), sum(moved_unknown), sum(accepted), sum(reserved), sum(contested)
    FROM below CROSS JOIN LATERAL state_units(region, academy, department) AS u (unit)
    WHERE control IS NOT NULL
    GROUP BY campaign, u.unit, school_type, control
    ON CONFLICT (campaign, unit, school_type, control) DO UPDATE SET
        answered = t.answered + excluded.answered, conforming = t.conforming + excluded.conforming,
        partial = t.partial + excluded.partial, failing = t.failing + excluded.failing,
        inapplicable = t.inapplicable + excluded.inapplicable, unknown = t.unknown + excluded.unknown,
        moved_conforming = t.moved_conforming + excluded.moved_conforming,
        moved_partial = t.moved_partial + excluded.moved_partial,
        moved_failing = t.moved_failing + excluded.moved_failing,
        moved_inapplicable = t.moved_inapplicable + excluded.moved_inapplicable,
        moved_unknown = t.moved_unknown + excluded.moved_unknown, accepted = t.accepted + excluded.accepted,
        reserved = t.reserved + excluded.reserved, contested = t.contested + excluded.contested;
    GET DIAGNOSTICS more = ROW_COUNT;
    RETURN folded + more;
END $$;

-- Figures of units by type and control, in the reading DECLARED or REVIEWED: what opinions move is added to the one and
-- not to the other. No sight is looked at, so nobody but the functions below is given it.
CREATE OR REPLACE FUNCTION kept_figures(of_campaign bigint, of_units text[], reading text DEFAULT 'DECLARED')
RETURNS TABLE (unit text, school_type text, control text, theme text, level smallint, party text,
               expected int, answered int, rendered int, conforming int, partial int, failing int, inapplicable int,
               unknown int, counted_weight int, held_weight int, accepted int, reserved int, contested int)
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    WITH turn AS MATERIALIZED (SELECT (reading = 'REVIEWED')::int AS one),
    delta AS MATERIALIZED (
        SELECT u.unit, d.school_type, d.control, d.state, sum(d.audits)::int AS audits, sum(d.answered)::int AS answered,
               sum(d.conforming)::int AS conforming, sum(d.partial)::int AS partial, sum(d.failing)::int AS failing,
               sum(d.inapplicable)::int AS inapplicable, sum(d.unknown)::int AS unknown,
               sum(d.moved_conforming)::int AS moved_conforming, sum(d.moved_partial)::int AS moved_partial,
               sum(d.moved_failing)::int AS moved_failing, sum(d.moved_inapplicable)::int AS moved_inapplicable,
               sum(d.moved_unknown)::int AS moved_unknown, sum(d.accepted)::int AS accepted,
               sum(d.reserved)::int AS reserved, sum(d.contested)::int AS contested
        FROM unit_delta d
        CROSS JOIN LATERAL state_units(d.region, d.academy, d.department) AS u (unit)
        WHERE d.campaign = of_campaign AND u.unit = ANY (of_units)
        GROUP BY u.unit, d.school_type, d.control, d.state
    ),
    roster AS (
        SELECT r.unit, r.school_type, sum(r.audits) FILTER (WHERE r.state <> 'REMOVED') AS expected,
               sum(r.audits) FILTER (WHERE rendered(r.state)) AS rendered
        FROM (SELECT t.unit, t.school_type, t.state, t.audits FROM unit_roster t
              WHERE t.campaign = of_campaign AND t.unit = ANY (of_units)
              UNION ALL
              SELECT d.unit, d.school_type, d.state, d.audits FROM delta d WHERE d.state IS NOT NULL) r
        GROUP BY r.unit, r.school_type
    ),
    counts AS (
        SELECT c.unit, c.school_type, c.control, sum(c.answered) AS answered,
               sum(c.conforming + turn.one * c.moved_conforming) AS conforming,
               sum(c.partial + turn.one * c.moved_partial) AS partial,
               sum(c.failing + turn.one * c.moved_failing) AS failing,
               sum(c.inapplicable + turn.one * c.moved_inapplicable) AS inapplicable,
               sum(c.unknown + turn.one * c.moved_unknown) AS unknown,
               sum(c.accepted) AS accepted, sum(c.reserved) AS reserved, sum(c.contested) AS contested
        FROM (SELECT t.unit, t.school_type, t.control, t.answered, t.conforming, t.partial, t.failing, t.inapplicable,
                     t.unknown, t.moved_conforming, t.moved_partial, t.moved_failing, t.moved_inapplicable,
                     t.moved_unknown, t.accepted, t.reserved, t.contested
              FROM unit_tally t WHERE t.campaign = of_campaign AND t.unit = ANY (of_units)
              UNION ALL
              SELECT d.unit, d.school_type, d.control, d.answered, d.conforming, d.partial, d.failing, d.inapplicable,
                     d.unknown, d.moved_conforming, d.moved_partial, d.moved_failing, d.moved_inapplicable,
                     d.moved_unknown, d.accepted, d.reserved, d.contested
              FROM delta d WHERE d.control IS NOT NULL) c
        CROSS JOIN turn
        GROUP BY c.unit, c.school_type, c.control
    )
    SELECT r.unit, r.school_type, k.control, k.theme, k.level, k.party,
           COALESCE(r.expected, 0)::int, COALESCE(c.answered, 0)::int, COALESCE(r.rendered, 0)::int,
           COALESCE(c.conforming, 0)::int, COALESCE(c.partial, 0)::int, COALESCE(c.failing, 0)::int,
           COALESCE(c.inapplicable, 0)::int, COALESCE(c.unknown, 0)::int,
           (k.weight * (COALESCE(r.rendered, 0) - COALESCE(c.inapplicable, 0)))::int,
           (k.weight * (2 * COALESCE(c.conforming, 0) + COALESCE(c.partial, 0)))::int,
           COALESCE(c.accepted, 0)::int, COALESCE(c.reserved, 0)::int, COALESCE(c.contested, 0)::int
    FROM roster r
    JOIN asked_control k ON k.campaign = of_campaign AND k.school_type = r.school_type
    LEFT JOIN counts c ON c.unit = r.unit AND c.school_type = r.school_type AND c.control = k.control
$$;

-- Those of the units that lie in one that the person sees: the second lock of figures, as audit's policy is of audits.
CREATE OR REPLACE FUNCTION seen_units(of_units text[]) RETURNS text[]
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    WITH mine AS MATERIALIZED (SELECT units_of('sees') AS units)
    SELECT CASE WHEN all_of('sees') THEN of_units ELSE ARRAY(
        SELECT asked.unit FROM unnest(of_units) AS asked (unit)
        WHERE asked.unit = ANY ((SELECT units FROM mine)::text[])
           OR EXISTS (SELECT FROM academy a
                      WHERE asked.unit = 'academie-' || a.code
                        AND 'region-' || a.region = ANY ((SELECT units FROM mine)::text[]))
           OR EXISTS (SELECT FROM department d JOIN academy a ON a.code = d.academy
                      WHERE asked.unit = 'departement-' || d.code
                        AND ('academie-' || a.code = ANY ((SELECT units FROM mine)::text[])
                             OR 'region-' || a.region = ANY ((SELECT units FROM mine)::text[])))) END
$$;

-- The one way in to figures of units of the State's tree: sums by unit, type and control. expected and answered are over
-- the roster, the rest over rendered audits. accepted, reserved and contested count the opinions of validated audits, in
-- either reading. Units out of sight give no row.
CREATE OR REPLACE FUNCTION unit_figures(of_campaign bigint, of_units text[], reading text DEFAULT 'DECLARED')
RETURNS TABLE (unit text, school_type text, control text, theme text, level smallint, party text,
               expected int, answered int, rendered int, conforming int, partial int, failing int, inapplicable int,
               unknown int, counted_weight int, held_weight int, accepted int, reserved int, contested int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    SELECT f.unit, f.school_type, f.control, f.theme, f.level, f.party, f.expected, f.answered, f.rendered,
           f.conforming, f.partial, f.failing, f.inapplicable, f.unknown, f.counted_weight, f.held_weight,
           f.accepted, f.reserved, f.contested
    FROM kept_figures(of_campaign, seen_units(of_units), reading) f
$$;

-- What an audit is asked in all, by campaign and type.
CREATE OR REPLACE VIEW asked_total WITH (security_invoker = true) AS
SELECT campaign, school_type, count(*) AS asked, sum(weight) AS weight,
       COALESCE(sum(weight) FILTER (WHERE level = 1), 0) AS base_weight
FROM asked_control
GROUP BY campaign, school_type;

-- Audits of such units by type and state.
CREATE OR REPLACE FUNCTION unit_states(of_campaign bigint, of_units text[])
RETURNS TABLE (unit text, school_type text, state text, audits int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    WITH seen AS (SELECT seen_units(of_units) AS units)
    SELECT r.unit, r.school_type, r.state, sum(r.audits)::int
    FROM (SELECT t.unit, t.school_type, t.state, t.audits FROM unit_roster t
          WHERE t.campaign = of_campaign AND t.unit = ANY ((SELECT units FROM seen)::text[])
          UNION ALL
          SELECT u.unit, d.school_type, d.state, d.audits
          FROM unit_delta d CROSS JOIN LATERAL state_units(d.region, d.academy, d.department) AS u (unit)
          WHERE d.campaign = of_campaign AND d.state IS NOT NULL
            AND u.unit = ANY ((SELECT units FROM seen)::text[])) r
    GROUP BY r.unit, r.school_type, r.state
    HAVING sum(r.audits) <> 0
$$;

-- The same summed by unit, for lists of many: one row a unit, without reading which control is of which theme.
CREATE OR REPLACE FUNCTION unit_totals(of_campaign bigint, of_units text[], reading text DEFAULT 'DECLARED')
RETURNS TABLE (unit text, audits bigint, rendered_audits bigint, expected bigint, answered bigint, rendered bigint,
               conforming bigint, partial bigint, failing bigint, inapplicable bigint, unknown bigint,
               counted_weight bigint, held_weight bigint, accepted bigint, reserved bigint, contested bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    WITH seen AS (SELECT seen_units(of_units) AS units),
    turn AS MATERIALIZED (SELECT (reading = 'REVIEWED')::int AS one),
    roster AS (
        SELECT r.unit, sum(r.audits) AS audits, sum(r.rendered) AS rendered_audits,
               sum(r.audits * k.asked) AS expected, sum(r.rendered * k.asked) AS rendered, sum(r.rendered * k.weight) AS weight
        FROM (SELECT s.unit, s.school_type, sum(s.audits) AS audits,
                     COALESCE(sum(s.audits) FILTER (WHERE rendered(s.state)), 0) AS rendered
              FROM unit_states(of_campaign, of_units) s WHERE s.state <> 'REMOVED'
              GROUP BY s.unit, s.school_type) r
        JOIN asked_total k ON k.campaign = of_campaign AND k.school_type = r.school_type
        GROUP BY r.unit
    ),
    counts AS (
        SELECT c.unit, sum(c.answered) AS answered, sum(c.conforming) AS conforming, sum(c.partial) AS partial,
               sum(c.failing) AS failing, sum(c.inapplicable) AS inapplicable, sum(c.unknown) AS unknown,
               sum(k.weight * c.inapplicable) AS inapplicable_weight,
               sum(k.weight * (2 * c.conforming + c.partial)) AS held_weight,
               sum(c.accepted) AS accepted, sum(c.reserved) AS reserved, sum(c.contested) AS contested
        FROM (SELECT t.unit, t.school_type, t.control, t.answered, t.conforming + turn.one * t.moved_conforming AS conforming,
                     t.partial + turn.one * t.moved_partial AS partial, t.failing + turn.one * t.moved_failing AS failing,
                     t.inapplicable + turn.one * t.moved_inapplicable AS inapplicable,
                     t.unknown + turn.one * t.moved_unknown AS unknown, t.accepted, t.reserved, t.contested
              FROM turn CROSS JOIN unit_tally t
              WHERE t.campaign = of_campaign AND t.unit = ANY ((SELECT units FROM seen)::text[])
              UNION ALL
              SELECT u.unit, d.school_type, d.control, d.answered, d.conforming + turn.one * d.moved_conforming,
                     d.partial + turn.one * d.moved_partial, d.failing + turn.one * d.moved_failing,
                     d.inapplicable + turn.one * d.moved_inapplicable, d.unknown + turn.one * d.moved_unknown,
                     d.accepted, d.reserved, d.contested
              FROM turn CROSS JOIN unit_delta d
              CROSS JOIN LATERAL state_units(d.region, d.academy, d.department) AS u (unit)
              WHERE d.campaign = of_campaign AND d.control IS NOT NULL
                AND u.unit = ANY ((SELECT units FROM seen)::text[])) c
        JOIN asked_control k ON k.campaign = of_campaign AND k.school_type = c.school_type AND k.control = c.control
        GROUP BY c.unit
    )
    SELECT r.unit, r.audits, r.rendered_audits, r.expected, COALESCE(c.answered, 0), r.rendered,
           COALESCE(c.conforming, 0), COALESCE(c.partial, 0), COALESCE(c.failing, 0), COALESCE(c.inapplicable, 0),
           COALESCE(c.unknown, 0), r.weight - COALESCE(c.inapplicable_weight, 0), COALESCE(c.held_weight, 0),
           COALESCE(c.accepted, 0), COALESCE(c.reserved, 0), COALESCE(c.contested, 0)
    FROM roster r LEFT JOIN counts c ON c.unit = r.unit
$$;

-- The whole of each audit, kept: the sum of its rows of tally, with its place. Read with the reader's own rights.
CREATE OR REPLACE VIEW audit_total WITH (security_invoker = true) AS
SELECT a.campaign, a.id AS audit, k.asked,
       COALESCE(t.answered, 0) + COALESCE(d.answered, 0)         AS answered,
       COALESCE(t.conforming, 0) + COALESCE(d.conforming, 0)     AS conforming,
       COALESCE(t.partial, 0) + COALESCE(d.partial, 0)           AS partial,
       COALESCE(t.failing, 0) + COALESCE(d.failing, 0)           AS failing,
       COALESCE(t.inapplicable, 0) + COALESCE(d.inapplicable, 0) AS inapplicable,
       COALESCE(t.unknown, 0) + COALESCE(d.unknown, 0)           AS unknown,
       k.weight - COALESCE(t.inapplicable_weight, 0) - COALESCE(d.inapplicable_weight, 0) AS counted_weight,
       COALESCE(t.held_weight, 0) + COALESCE(d.held_weight, 0)   AS held_weight,
       COALESCE(t.base_weak, 0) + COALESCE(d.base_weak, 0)       AS base_weak,
       k.base_weight - COALESCE(t.base_inapplicable_weight, 0) - COALESCE(d.base_inapplicable_weight, 0)
           AS base_counted_weight,
       COALESCE(t.base_held_weight, 0) + COALESCE(d.base_held_weight, 0) AS base_held_weight,
       a.uai, a.school_type, a.state, a.region, a.academy, a.department, a.collectivity
FROM audit a JOIN asked_total k ON k.campaign = a.campaign AND k.school_type = a.school_type
LEFT JOIN audit_tally t ON t.audit = a.id
LEFT JOIN (
    SELECT audit, sum(answered) AS answered, sum(conforming) AS conforming, sum(partial) AS partial,
           sum(failing) AS failing, sum(inapplicable) AS inapplicable, sum(unknown) AS unknown,
           sum(inapplicable_weight) AS inapplicable_weight, sum(held_weight) AS held_weight,
           sum(base_weak) AS base_weak, sum(base_inapplicable_weight) AS base_inapplicable_weight,
           sum(base_held_weight) AS base_held_weight
    FROM audit_delta GROUP BY audit) d ON d.audit = a.id;

-- Makes all kept figures anew from the answers, while nobody writes: for a restored or mended database, and below.
CREATE OR REPLACE FUNCTION recompute_tallies() RETURNS void
LANGUAGE plpgsql SET search_path = preau, pg_temp AS $$
BEGIN
    LOCK TABLE audit, answer, opinion IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM audit_delta;
    DELETE FROM unit_delta;
    DELETE FROM audit_tally;
    DELETE FROM unit_tally;
    DELETE FROM unit_roster;
    INSERT INTO audit_tally (
        campaign, audit, answered, conforming, partial, failing, inapplicable, unknown,
        inapplicable_weight, held_weight, base_weak, base_inapplicable_weight, base_held_weight)
    SELECT campaign, audit, answered, conforming, partial, failing, inapplicable, unknown,
           inapplicable_weight, held_weight, base_weak, base_inapplicable_weight, base_held_weight
    FROM audit_tally_raw;
    INSERT INTO unit_tally (
        campaign, unit, school_type, control, answered, conforming, partial, failing, inapplicable, unknown,
        moved_conforming, moved_partial, moved_failing, moved_inapplicable, moved_unknown, accepted, reserved, contested)
    SELECT campaign, unit, school_type, control, answered, conforming, partial, failing, inapplicable, unknown,
           moved_conforming, moved_partial, moved_failing, moved_inapplicable, moved_unknown, accepted, reserved, contested
    FROM unit_tally_raw;
    INSERT INTO unit_roster (campaign, unit, school_type, state, audits)
    SELECT campaign, unit, school_type, state, audits FROM unit_roster_raw;
    ANALYZE audit_tally, unit_tally, unit_roster;
END $$;

REVOKE ALL ON FUNCTION fold_tallies(), kept_figures(bigint, text[], text), seen_units(text[]),
    unit_figures(bigint, text[], text), unit_states(bigint, text[]), unit_totals(bigint, text[], text), recompute_tallies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold_tallies(), unit_figures(bigint, text[], text), unit_states(bigint, text[]),
    unit_totals(bigint, text[], text) TO preau_service;
GRANT SELECT ON asked_total, audit_total TO preau_service;

-- A change of these files may change what is kept.
SELECT recompute_tallies();
