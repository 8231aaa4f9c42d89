-- Figures of collectivities, and of both trees alike (docs/adr/0031). A collectivity's own answers are counted at each
-- read: 35,000 communes kept by control would be half the answers again, and a reader may see of a collectivity the
-- schools of one académie alone, which a kept sum can't be cut to.
--
-- They run with the owner's rights, as those of the State's tree do, and ask the person's sight of each audit once: by
-- the policy of answer it was asked of each answer, which took three quarters of the time.

-- The audits of some collectivities (null: of all) as far as the person sees them, within a department or, null,
-- everywhere. Two branches, so that each is looked up in its index; group is '' for schools without collectivity.
CREATE OR REPLACE FUNCTION counted_roster(of_campaign bigint, of_collectivities text[], of_department text)
RETURNS TABLE (id bigint, collectivity text, school_type text, state text)
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    SELECT a.id, COALESCE(a.collectivity, ''), a.school_type, a.state
    FROM (SELECT x.id FROM audit x
          WHERE of_department IS NULL AND x.campaign = of_campaign AND x.collectivity = ANY (of_collectivities)
          UNION ALL
          SELECT x.id FROM audit x
          WHERE x.campaign = of_campaign AND x.department = of_department
            AND (of_collectivities IS NULL OR x.collectivity = ANY (of_collectivities))) found
    JOIN audit a ON a.id = found.id
    WHERE (SELECT all_of('sees'))
       OR a.region = ANY ((SELECT codes('sees_region'))::text[])
       OR a.academy = ANY ((SELECT codes('sees_academie'))::text[])
       OR a.department = ANY ((SELECT codes('sees_departement'))::text[])
       OR (a.collectivity = ANY ((SELECT codes('sees_collectivite'))::text[])
           AND a.campaign = ANY ((SELECT counted_campaigns())::bigint[]))
$$;

-- As unit_figures: sums by collectivity, type and control; unit is null for schools without any.
CREATE OR REPLACE FUNCTION counted_figures(of_campaign bigint, of_collectivities text[], of_department text)
RETURNS TABLE (unit text, school_type text, control text, theme text, level smallint, party text,
               expected int, answered int, rendered int, conforming int, partial int, failing int, inapplicable int,
               unknown int, counted_weight int, held_weight int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    WITH roster AS MATERIALIZED (
        SELECT r.id, r.collectivity, r.school_type, rendered(r.state) AS rendered
        FROM counted_roster(of_campaign, of_collectivities, of_department) r
        WHERE r.state <> 'REMOVED'
    ),
    groups AS (
        SELECT r.collectivity, r.school_type, count(*) AS expected, count(*) FILTER (WHERE r.rendered) AS rendered
        FROM roster r GROUP BY r.collectivity, r.school_type
    ),
    -- OFFSET keeps the answers looked up audit by audit: joined, all those of the campaign would be read.
    counts AS (
        SELECT r.collectivity, r.school_type, w.control, count(*) AS answered,
               count(*) FILTER (WHERE r.rendered AND w.verdict = 'CONFORME')       AS conforming,
               count(*) FILTER (WHERE r.rendered AND w.verdict = 'PARTIEL')        AS partial,
               count(*) FILTER (WHERE r.rendered AND w.verdict = 'NON_CONFORME')   AS failing,
               count(*) FILTER (WHERE r.rendered AND w.verdict = 'NON_APPLICABLE') AS inapplicable,
               count(*) FILTER (WHERE r.rendered AND w.verdict = 'NE_SAIT_PAS')    AS unknown
        FROM roster r
        CROSS JOIN LATERAL (
            SELECT x.control, x.verdict FROM answer x
            WHERE x.campaign = of_campaign AND x.audit = r.id AND x.verdict IS NOT NULL OFFSET 0) w
        GROUP BY r.collectivity, r.school_type, w.control
    )
    SELECT 'collectivite-' || nullif(g.collectivity, ''), g.school_type, k.control, k.theme, k.level, k.party,
           g.expected::int, COALESCE(c.answered, 0)::int, g.rendered::int,
           COALESCE(c.conforming, 0)::int, COALESCE(c.partial, 0)::int, COALESCE(c.failing, 0)::int,
           COALESCE(c.inapplicable, 0)::int, COALESCE(c.unknown, 0)::int,
           (k.weight * (g.rendered - COALESCE(c.inapplicable, 0)))::int,
           (k.weight * (2 * COALESCE(c.conforming, 0) + COALESCE(c.partial, 0)))::int
    FROM groups g
    JOIN asked_control k ON k.campaign = of_campaign AND k.school_type = g.school_type
    LEFT JOIN counts c
      ON c.collectivity = g.collectivity AND c.school_type = g.school_type AND c.control = k.control
$$;

-- As unit_states.
CREATE OR REPLACE FUNCTION counted_states(of_campaign bigint, of_collectivities text[], of_department text)
RETURNS TABLE (unit text, school_type text, state text, audits int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    SELECT 'collectivite-' || nullif(r.collectivity, ''), r.school_type, r.state, count(*)::int
    FROM counted_roster(of_campaign, of_collectivities, of_department) r
    GROUP BY r.collectivity, r.school_type, r.state
$$;

-- Units of both trees in one answer: what pages read. No setting of their own, so that the planner writes them into the
-- query: 30 académies are 13,000 rows that would be stored once more.
CREATE OR REPLACE FUNCTION figures_of(
    of_campaign bigint, of_units text[], of_collectivities text[], of_department text)
RETURNS TABLE (unit text, school_type text, control text, theme text, level smallint, party text,
               expected int, answered int, rendered int, conforming int, partial int, failing int, inapplicable int,
               unknown int, counted_weight int, held_weight int)
LANGUAGE sql STABLE AS $$
    SELECT f.unit, f.school_type, f.control, f.theme, f.level, f.party, f.expected, f.answered, f.rendered,
           f.conforming, f.partial, f.failing, f.inapplicable, f.unknown, f.counted_weight, f.held_weight
    FROM unit_figures(of_campaign, of_units) f
    WHERE cardinality(of_units) > 0
    UNION ALL
    SELECT f.unit, f.school_type, f.control, f.theme, f.level, f.party, f.expected, f.answered, f.rendered,
           f.conforming, f.partial, f.failing, f.inapplicable, f.unknown, f.counted_weight, f.held_weight
    FROM counted_figures(of_campaign, of_collectivities, of_department) f
    WHERE of_department IS NOT NULL OR cardinality(of_collectivities) > 0
$$;

CREATE OR REPLACE FUNCTION states_of(
    of_campaign bigint, of_units text[], of_collectivities text[], of_department text)
RETURNS TABLE (unit text, school_type text, state text, audits int)
LANGUAGE sql STABLE AS $$
    SELECT s.unit, s.school_type, s.state, s.audits FROM unit_states(of_campaign, of_units) s
    WHERE cardinality(of_units) > 0
    UNION ALL
    SELECT s.unit, s.school_type, s.state, s.audits FROM counted_states(of_campaign, of_collectivities, of_department) s
    WHERE of_department IS NOT NULL OR cardinality(of_collectivities) > 0
$$;

REVOKE ALL ON FUNCTION counted_roster(bigint, text[], text), counted_figures(bigint, text[], text),
    counted_states(bigint, text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION counted_figures(bigint, text[], text), counted_states(bigint, text[], text),
    figures_of(bigint, text[], text[], text), states_of(bigint, text[], text[], text) TO preau_service;
