-- Figures that need rendered audits one by one: how they are spread, and a panel over campaigns (docs/adr/0031). Quantiles,
-- sums and counts leave, never an audit. They run with the owner's rights and ask the person's sight once an audit: by the
-- policies, the kept whole of each was looked up by itself, and the audits were read twice.

-- What they give may change from one version to the next, which replacing alone can't do.
DROP FUNCTION IF EXISTS rendered_totals(bigint, text, text, text);
DROP FUNCTION IF EXISTS unit_spread(bigint, text, text, boolean, text);
DROP FUNCTION IF EXISTS unit_trend(bigint, text, text, text);

-- Of a unit of either tree, as far as the person sees them. No setting of its own: its readers' plans are made for the
-- unit at hand, of which they force a plan each time.
CREATE OR REPLACE FUNCTION rendered_totals(of_campaign bigint, of_unit text, of_type text, of_reading text)
RETURNS TABLE (uai text, school_type text, asked int, answered int, counted_weight int, held_weight int,
               base_counted_weight int, base_held_weight int)
LANGUAGE sql STABLE AS $$
    SELECT t.uai, t.school_type, t.asked::int, t.answered::int, t.counted_weight::int, t.held_weight::int,
           t.base_counted_weight::int, t.base_held_weight::int
    FROM totals_in(of_campaign, of_reading) t
    WHERE rendered(t.state) AND (of_type IS NULL OR t.school_type = of_type)
      AND (of_unit = 'nation'
           OR t.region = substring(of_unit FROM '^region-(.+)$')
           OR t.academy = substring(of_unit FROM '^academie-(.+)$')
           OR t.department = substring(of_unit FROM '^departement-(.+)$')
           OR t.collectivity = substring(of_unit FROM '^collectivite-(.+)$'))
      AND ((SELECT all_of('sees'))
           OR t.region = ANY ((SELECT codes('sees_region'))::text[])
           OR t.academy = ANY ((SELECT codes('sees_academie'))::text[])
           OR t.department = ANY ((SELECT codes('sees_departement'))::text[])
           OR (t.collectivity = ANY ((SELECT codes('sees_collectivite'))::text[])
               AND t.campaign = ANY ((SELECT counted_campaigns())::bigint[])))
$$;

-- How many audits a unit expects, by type, from the kept rosters; as far as the person sees them.
CREATE OR REPLACE FUNCTION expected_audits(of_campaign bigint, of_unit text)
RETURNS TABLE (school_type text, audits bigint)
LANGUAGE sql STABLE AS $$
    SELECT s.school_type, sum(s.audits)
    FROM states_of(of_campaign,
                   CASE WHEN of_unit LIKE 'collectivite-%' THEN '{}'::text[] ELSE ARRAY[of_unit] END,
                   CASE WHEN of_unit LIKE 'collectivite-%' THEN ARRAY[substr(of_unit, 14)] ELSE '{}'::text[] END, NULL) s
    WHERE s.state <> 'REMOVED'
    GROUP BY s.school_type
$$;

-- Quantiles and bands of their own conformity, by type of school and over all (type null).
CREATE OR REPLACE FUNCTION unit_spread(of_campaign bigint, of_unit text, of_type text, of_base boolean, of_reading text)
RETURNS TABLE (type text, expected bigint, audits bigint, coverage double precision, counted bigint,
               quantiles double precision[], bands bigint[])
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = preau, pg_temp SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH roster AS MATERIALIZED (SELECT e.school_type, e.audits FROM expected_audits(of_campaign, of_unit) e
                                 WHERE of_type IS NULL OR e.school_type = of_type),
    own AS (
        SELECT r.school_type, r.asked, r.answered,
               CASE WHEN of_base THEN conformity(r.base_held_weight, r.base_counted_weight)
                    ELSE conformity(r.held_weight, r.counted_weight) END AS conformity
        FROM rendered_totals(of_campaign, of_unit, of_type, of_reading) r
    )
    SELECT o.school_type,
           (SELECT sum(e.audits)::bigint FROM roster e WHERE o.school_type IS NULL OR e.school_type = o.school_type),
           count(*), coverage(sum(o.answered), sum(o.asked)), count(o.conformity),
           percentile_cont(ARRAY[0.05, 0.25, 0.5, 0.75, 0.95]) WITHIN GROUP (ORDER BY o.conformity),
           ARRAY[count(*) FILTER (WHERE o.conformity < 0.2),
                 count(*) FILTER (WHERE o.conformity >= 0.2 AND o.conformity < 0.4),
                 count(*) FILTER (WHERE o.conformity >= 0.4 AND o.conformity < 0.6),
                 count(*) FILTER (WHERE o.conformity >= 0.6 AND o.conformity < 0.8),
                 count(*) FILTER (WHERE o.conformity >= 0.8)]
    FROM own o
    GROUP BY GROUPING SETS ((), (o.school_type));
END $$;

-- A unit over four campaigns of one holder at most, of_campaign the last. The panel are the schools that rendered in each
-- campaign that has any; who entered had not rendered in the one before, who left had.
CREATE OR REPLACE FUNCTION unit_trend(of_campaign bigint, of_unit text, of_type text, of_reading text)
RETURNS TABLE (campaign bigint, name text, checklist bigint, expected bigint, rendered_schools bigint,
               rendered_coverage double precision, rendered_conformity double precision, panel_schools bigint,
               panel_coverage double precision, panel_conformity double precision, panel_base double precision,
               entered_schools bigint, entered_coverage double precision, entered_conformity double precision,
               left_schools bigint, left_coverage double precision, left_conformity double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = preau, pg_temp SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    ids bigint[];
BEGIN
    ids := ARRAY(
        SELECT c.id FROM (
            SELECT o.id, o.opens_on FROM campaign o JOIN campaign here ON here.id = of_campaign AND here.unit = o.unit
            WHERE o.opened_at IS NOT NULL AND (o.opens_on, o.id) <= (here.opens_on, here.id)
              AND (SELECT true FROM rendered_totals(o.id, of_unit, of_type, 'DECLARED') LIMIT 1)
            ORDER BY o.opens_on DESC, o.id DESC LIMIT 4) c
        ORDER BY c.opens_on, c.id);
    RETURN QUERY
    WITH own AS MATERIALIZED (
        SELECT 1 AS place, r.uai, r.asked, r.answered, r.held_weight, r.counted_weight, r.base_held_weight,
               r.base_counted_weight
        FROM rendered_totals(ids[1], of_unit, of_type, of_reading) r
        UNION ALL
        SELECT 2, r.uai, r.asked, r.answered, r.held_weight, r.counted_weight, r.base_held_weight,
               r.base_counted_weight
        FROM rendered_totals(ids[2], of_unit, of_type, of_reading) r
        UNION ALL
        SELECT 3, r.uai, r.asked, r.answered, r.held_weight, r.counted_weight, r.base_held_weight,
               r.base_counted_weight
        FROM rendered_totals(ids[3], of_unit, of_type, of_reading) r
        UNION ALL
        SELECT 4, r.uai, r.asked, r.answered, r.held_weight, r.counted_weight, r.base_held_weight,
               r.base_counted_weight
        FROM rendered_totals(ids[4], of_unit, of_type, of_reading) r
    ),
    -- The campaigns of a school as bits: in which it rendered. All that follows is of these few groups of schools.
    school AS (SELECT o.uai, bit_or(1 << o.place) AS places FROM own o GROUP BY o.uai),
    cell AS MATERIALIZED (
        SELECT o.place, s.places, s.places = (1 << (cardinality(ids) + 1)) - 2 AS panel,
               s.places & (1 << (o.place - 1)) = 0 AS entered, s.places & (1 << (o.place + 1)) = 0 AS gone,
               count(*) AS schools, sum(o.asked) AS asked, sum(o.answered) AS answered,
               sum(o.held_weight) AS held, sum(o.counted_weight) AS counted,
               sum(o.base_held_weight) AS base_held, sum(o.base_counted_weight) AS base_counted
        FROM own o JOIN school s ON s.uai = o.uai
        GROUP BY o.place, s.places
    ),
    sums AS (
        SELECT c.place, sum(c.schools)::bigint AS rendered, coverage(sum(c.answered), sum(c.asked)) AS coverage,
               conformity(sum(c.held), sum(c.counted)) AS conformity,
               COALESCE(sum(c.schools) FILTER (WHERE c.panel), 0)::bigint AS panel,
               coverage(sum(c.answered) FILTER (WHERE c.panel), sum(c.asked) FILTER (WHERE c.panel)) AS panel_coverage,
               conformity(sum(c.held) FILTER (WHERE c.panel), sum(c.counted) FILTER (WHERE c.panel)) AS panel_conformity,
               conformity(sum(c.base_held) FILTER (WHERE c.panel), sum(c.base_counted) FILTER (WHERE c.panel)) AS panel_base,
               COALESCE(sum(c.schools) FILTER (WHERE c.entered), 0)::bigint AS entered,
               coverage(sum(c.answered) FILTER (WHERE c.entered), sum(c.asked) FILTER (WHERE c.entered))
                   AS entered_coverage,
               conformity(sum(c.held) FILTER (WHERE c.entered), sum(c.counted) FILTER (WHERE c.entered))
                   AS entered_conformity,
               COALESCE(sum(c.schools) FILTER (WHERE c.gone), 0)::bigint AS gone,
               coverage(sum(c.answered) FILTER (WHERE c.gone), sum(c.asked) FILTER (WHERE c.gone)) AS gone_coverage,
               conformity(sum(c.held) FILTER (WHERE c.gone), sum(c.counted) FILTER (WHERE c.gone)) AS gone_conformity
        FROM cell c
        GROUP BY c.place
    )
    SELECT k.id, k.name, k.checklist,
           (SELECT sum(e.audits)::bigint FROM expected_audits(k.id, of_unit) e
            WHERE of_type IS NULL OR e.school_type = of_type),
           s.rendered, s.coverage, s.conformity, s.panel, s.panel_coverage, s.panel_conformity, s.panel_base,
           CASE WHEN s.place > 1 THEN s.entered END, CASE WHEN s.place > 1 THEN s.entered_coverage END,
           CASE WHEN s.place > 1 THEN s.entered_conformity END, b.gone, b.gone_coverage, b.gone_conformity
    FROM sums s
    JOIN campaign k ON k.id = ids[s.place]
    LEFT JOIN sums b ON b.place = s.place - 1
    ORDER BY s.place;
END $$;

REVOKE ALL ON FUNCTION expected_audits(bigint, text), rendered_totals(bigint, text, text, text),
    unit_spread(bigint, text, text, boolean, text),
    unit_trend(bigint, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unit_spread(bigint, text, text, boolean, text), unit_trend(bigint, text, text, text)
    TO preau_service;
