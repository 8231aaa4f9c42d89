-- Figures of collectivities, and of both trees alike (docs/adr/0031). A collectivity's own answers are counted at each
-- read: 35,000 communes kept by control would be half the answers again, and a reader may see of a collectivity the
-- schools of one académie alone, which a kept sum can't be cut to.
--
-- They run with the owner's rights, as those of the State's tree do, and ask the person's sight of each audit once: by
-- the policy of answer it was asked of each answer, which took three quarters of the time.

-- The audits of some collectivities (null: of all) as far as the person sees them, within a department or, null,
-- everywhere. Two branches, so that each is looked up in its index; '' is the schools without collectivity, also asked for.
CREATE OR REPLACE FUNCTION counted_roster(of_campaign bigint, of_collectivities text[], of_department text)
RETURNS TABLE (id bigint, collectivity text, school_type text, state text)
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    SELECT a.id, COALESCE(a.collectivity, ''), a.school_type, a.state
    FROM (SELECT x.id FROM audit x
          WHERE of_department IS NULL AND x.campaign = of_campaign AND x.collectivity = ANY (of_collectivities)
          UNION ALL
          SELECT x.id FROM audit x
          WHERE x.campaign = of_campaign AND x.department = of_department
            AND (of_collectivities IS NULL OR COALESCE(x.collectivity, '') = ANY (of_collectivities))) found
    JOIN audit a ON a.id = found.id
    WHERE (SELECT all_of('sees'))
       OR a.region = ANY ((SELECT codes('sees_region'))::text[])
       OR a.academy = ANY ((SELECT codes('sees_academie'))::text[])
       OR a.department = ANY ((SELECT codes('sees_departement'))::text[])
       OR (a.collectivity = ANY ((SELECT codes('sees_collectivite'))::text[])
           AND a.campaign = ANY ((SELECT counted_campaigns())::bigint[]))
$$;

-- What an opinion moves in one answer of a validated audit: reviewed = declared + moved (docs/adr/0029).
CREATE OR REPLACE VIEW moved_cell WITH (security_invoker = true) AS
SELECT c.campaign, c.audit, c.control, c.level, c.weight,
       moved(c.verdict, o.kind, o.verdict, 'CONFORME')       AS conforming,
       moved(c.verdict, o.kind, o.verdict, 'PARTIEL')        AS partial,
       moved(c.verdict, o.kind, o.verdict, 'NON_CONFORME')   AS failing,
       moved(c.verdict, o.kind, o.verdict, 'NON_APPLICABLE') AS inapplicable,
       moved(c.verdict, o.kind, o.verdict, 'NE_SAIT_PAS')    AS unknown
FROM reading_opinion o
JOIN audit_cell c ON c.audit = o.audit AND c.control = o.control
WHERE o.reading = 'REVIEWED' AND o.kind = 'CONTESTED';

-- Of some audits, and below by audit with the weights that it moves. Their own setting keeps both out of their readers'
-- plans: the declared reading, which never calls them, would pay for planning them.
CREATE OR REPLACE FUNCTION moved_cells(of_campaign bigint, of_audits bigint[]) RETURNS SETOF moved_cell
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    SELECT c.campaign, c.audit, c.control, c.level, c.weight, c.conforming, c.partial, c.failing, c.inapplicable, c.unknown
    FROM moved_cell c
    WHERE c.campaign = of_campaign AND c.audit = ANY (of_audits)
$$;

CREATE OR REPLACE FUNCTION moved_totals(of_campaign bigint)
RETURNS TABLE (campaign bigint, audit bigint, conforming bigint, partial bigint, failing bigint, inapplicable bigint,
               unknown bigint, counted_weight bigint, held_weight bigint, base_counted_weight bigint,
               base_held_weight bigint)
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    SELECT c.campaign, c.audit, sum(c.conforming), sum(c.partial), sum(c.failing), sum(c.inapplicable), sum(c.unknown),
           -sum(c.weight * c.inapplicable), sum(c.weight * (2 * c.conforming + c.partial)),
           COALESCE(-sum(c.weight * c.inapplicable) FILTER (WHERE c.level = 1), 0),
           COALESCE(sum(c.weight * (2 * c.conforming + c.partial)) FILTER (WHERE c.level = 1), 0)
    FROM moved_cell c
    WHERE c.campaign = of_campaign
    GROUP BY c.campaign, c.audit
$$;

-- audit_total of a campaign in a reading. No setting of its own, so that the planner writes it into the query, and leaves
-- what is moved out of the declared one.
CREATE OR REPLACE FUNCTION totals_in(of_campaign bigint, of_reading text)
RETURNS TABLE (campaign bigint, audit bigint, asked bigint, answered bigint, conforming bigint, partial bigint,
               failing bigint, inapplicable bigint, unknown bigint, counted_weight bigint, held_weight bigint,
               base_counted_weight bigint, base_held_weight bigint, uai text, school_type text, state text, region text,
               academy text, department text, collectivity text)
LANGUAGE sql STABLE AS $$
    SELECT t.campaign, t.audit, t.asked, t.answered,
           t.conforming + COALESCE(m.conforming, 0), t.partial + COALESCE(m.partial, 0),
           t.failing + COALESCE(m.failing, 0), t.inapplicable + COALESCE(m.inapplicable, 0),
           t.unknown + COALESCE(m.unknown, 0), t.counted_weight + COALESCE(m.counted_weight, 0),
           t.held_weight + COALESCE(m.held_weight, 0), t.base_counted_weight + COALESCE(m.base_counted_weight, 0),
           t.base_held_weight + COALESCE(m.base_held_weight, 0), t.uai, t.school_type, t.state, t.region, t.academy,
           t.department, t.collectivity
    FROM audit_total t
    LEFT JOIN moved_totals(of_campaign) m ON of_reading = 'REVIEWED' AND m.audit = t.audit
    WHERE t.campaign = of_campaign
$$;

-- As unit_figures: sums by collectivity, type and control; unit is null for schools without any.
CREATE OR REPLACE FUNCTION counted_figures(
    of_campaign bigint, of_collectivities text[], of_department text, of_reading text DEFAULT 'DECLARED')
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
    ),
    moves AS (
        SELECT r.collectivity, r.school_type, m.control, sum(m.conforming) AS conforming, sum(m.partial) AS partial,
               sum(m.failing) AS failing, sum(m.inapplicable) AS inapplicable, sum(m.unknown) AS unknown
        FROM roster r JOIN moved_cells(of_campaign, ARRAY(SELECT x.id FROM roster x)) m ON m.audit = r.id
        WHERE of_reading = 'REVIEWED'
        GROUP BY r.collectivity, r.school_type, m.control
    )
    SELECT 'collectivite-' || nullif(g.collectivity, ''), g.school_type, k.control, k.theme, k.level, k.party,
           g.expected::int, COALESCE(c.answered, 0)::int, g.rendered::int, n.conforming::int, n.partial::int,
           n.failing::int, n.inapplicable::int, n.unknown::int, (k.weight * (g.rendered - n.inapplicable))::int,
           (k.weight * (2 * n.conforming + n.partial))::int
    FROM groups g
    JOIN asked_control k ON k.campaign = of_campaign AND k.school_type = g.school_type
    LEFT JOIN counts c
      ON c.collectivity = g.collectivity AND c.school_type = g.school_type AND c.control = k.control
    LEFT JOIN moves m
      ON m.collectivity = g.collectivity AND m.school_type = g.school_type AND m.control = k.control
    CROSS JOIN LATERAL (
        SELECT COALESCE(c.conforming, 0) + COALESCE(m.conforming, 0) AS conforming,
               COALESCE(c.partial, 0) + COALESCE(m.partial, 0) AS partial,
               COALESCE(c.failing, 0) + COALESCE(m.failing, 0) AS failing,
               COALESCE(c.inapplicable, 0) + COALESCE(m.inapplicable, 0) AS inapplicable,
               COALESCE(c.unknown, 0) + COALESCE(m.unknown, 0) AS unknown) n
$$;

-- As unit_totals, of a department's collectivities: from the kept sums of its audits, so that no answer is read.
CREATE OR REPLACE FUNCTION counted_totals(
    of_campaign bigint, of_collectivities text[], of_department text, of_reading text)
RETURNS TABLE (unit text, expected bigint, answered bigint, rendered bigint, conforming bigint, partial bigint,
               failing bigint, inapplicable bigint, unknown bigint, counted_weight bigint, held_weight bigint,
               base_counted_weight bigint, base_held_weight bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    WITH roster AS MATERIALIZED (
        SELECT r.id, r.collectivity, rendered(r.state) AS rendered
        FROM counted_roster(of_campaign, of_collectivities, of_department) r
        WHERE r.state <> 'REMOVED'
    )
    SELECT 'collectivite-' || nullif(r.collectivity, ''), sum(t.asked), sum(t.answered),
           COALESCE(sum(t.asked) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.conforming) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.partial) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.failing) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.inapplicable) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.unknown) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.counted_weight) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.held_weight) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.base_counted_weight) FILTER (WHERE r.rendered), 0),
           COALESCE(sum(t.base_held_weight) FILTER (WHERE r.rendered), 0)
    FROM roster r
    JOIN totals_in(of_campaign, of_reading) t ON t.audit = r.id
    GROUP BY r.collectivity
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
    of_campaign bigint, of_units text[], of_collectivities text[], of_department text, of_reading text)
RETURNS TABLE (unit text, school_type text, control text, theme text, level smallint, party text,
               expected int, answered int, rendered int, conforming int, partial int, failing int, inapplicable int,
               unknown int, counted_weight int, held_weight int)
LANGUAGE sql STABLE AS $$
    SELECT f.unit, f.school_type, f.control, f.theme, f.level, f.party, f.expected, f.answered, f.rendered,
           f.conforming, f.partial, f.failing, f.inapplicable, f.unknown, f.counted_weight, f.held_weight
    FROM unit_figures(of_campaign, of_units, of_reading) f
    WHERE cardinality(of_units) > 0
    UNION ALL
    SELECT f.unit, f.school_type, f.control, f.theme, f.level, f.party, f.expected, f.answered, f.rendered,
           f.conforming, f.partial, f.failing, f.inapplicable, f.unknown, f.counted_weight, f.held_weight
    FROM counted_figures(of_campaign, of_collectivities, of_department, of_reading) f
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

REVOKE ALL ON FUNCTION counted_roster(bigint, text[], text), counted_figures(bigint, text[], text, text),
    counted_totals(bigint, text[], text, text), counted_states(bigint, text[], text) FROM PUBLIC;
GRANT SELECT ON moved_cell TO preau_service;
GRANT EXECUTE ON FUNCTION counted_figures(bigint, text[], text, text), counted_totals(bigint, text[], text, text),
    counted_states(bigint, text[], text), moved_cells(bigint, bigint[]), moved_totals(bigint), totals_in(bigint, text),
    figures_of(bigint, text[], text[], text, text), states_of(bigint, text[], text[], text) TO preau_service;
