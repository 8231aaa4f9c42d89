-- What pages read of a campaign, in both readings, beside the same counted from its answers; the first that differs. Units
-- of both trees by type and control, their totals, each audit's whole, and audits by state. A collectivity is read twice:
-- whole, and cut to each department, as « 35/collectivite-35901 »; « 35/ » are its schools without one.
WITH reading (name) AS (VALUES ('DECLARED'), ('REVIEWED')),
place AS (
    SELECT a.id, a.school_type, a.state, u.unit
    FROM audit a
    CROSS JOIN LATERAL (
        SELECT s.unit FROM state_units(a.region, a.academy, a.department) AS s (unit)
        UNION ALL SELECT 'collectivite-' || a.collectivity WHERE a.collectivity IS NOT NULL
        UNION ALL SELECT a.department || '/' || COALESCE('collectivite-' || a.collectivity, '')) AS u
    WHERE a.campaign = :campaign
),
cell AS MATERIALIZED (
    SELECT c.audit, c.control, c.weight, c.level, c.declared, r.name AS reading,
           CASE r.name WHEN 'DECLARED' THEN c.declared ELSE c.verdict END AS verdict
    FROM reading_cell c CROSS JOIN reading r
    WHERE c.campaign = :campaign AND c.reading = 'REVIEWED'
),
tree AS (
    SELECT array_agg(DISTINCT unit) FILTER (WHERE unit NOT LIKE '%collectivite-%' AND unit NOT LIKE '%/') AS state,
           array_agg(DISTINCT substr(unit, 14)) FILTER (WHERE unit LIKE 'collectivite-%') AS collectivities
    FROM place
),
cut (prefix, units, collectivities, department) AS (
    SELECT '', tree.state, tree.collectivities, NULL FROM tree
    UNION ALL
    SELECT d.code || '/', CAST('{}' AS text[]), NULL, d.code FROM department d
),
kept AS (
    SELECT 'figures ' || concat_ws(' ', cut.prefix || COALESCE(f.unit, ''), f.school_type, f.control, r.name) AS what,
           concat_ws(' ', f.expected, f.answered, f.rendered, f.conforming, f.partial, f.failing, f.inapplicable,
                     f.unknown, f.counted_weight, f.held_weight) AS figures
    FROM cut CROSS JOIN reading r
    CROSS JOIN LATERAL figures_of(:campaign, cut.units, cut.collectivities, cut.department, r.name) f
    WHERE f.expected > 0
    UNION ALL
    SELECT 'totals ' || concat_ws(' ', f.unit, r.name),
           concat_ws(' ', f.expected, f.answered, f.rendered, f.conforming, f.partial, f.failing, f.inapplicable,
                     f.unknown, f.counted_weight, f.held_weight)
    FROM tree CROSS JOIN reading r
    CROSS JOIN LATERAL unit_totals(:campaign, tree.state, r.name) f
    WHERE f.expected > 0
    UNION ALL
    SELECT 'totals ' || concat_ws(' ', cut.prefix || COALESCE(f.unit, ''), r.name),
           concat_ws(' ', f.expected, f.answered, f.rendered, f.conforming, f.partial, f.failing, f.inapplicable,
                     f.unknown, f.counted_weight, f.held_weight)
    FROM cut CROSS JOIN reading r
    CROSS JOIN LATERAL counted_totals(:campaign, cut.collectivities, cut.department, r.name) f
    UNION ALL
    SELECT 'audit ' || concat_ws(' ', f.audit, r.name),
           concat_ws(' ', f.asked, f.answered, f.conforming, f.partial, f.failing, f.inapplicable, f.unknown,
                     f.counted_weight, f.held_weight, f.base_counted_weight, f.base_held_weight)
    FROM reading r CROSS JOIN LATERAL totals_in(:campaign, r.name) f
    UNION ALL
    SELECT 'state ' || concat_ws(' ', cut.prefix || COALESCE(f.unit, ''), f.school_type, f.state), CAST(f.audits AS text)
    FROM cut
    CROSS JOIN LATERAL states_of(:campaign, cut.units, cut.collectivities, cut.department) f
),
counted AS (
    SELECT c.audit, c.control, c.reading, c.verdict, c.declared, p.unit, p.school_type, rendered(p.state) AS rendered,
           c.weight * (c.verdict IS DISTINCT FROM 'NON_APPLICABLE')::int AS counted_weight,
           c.weight * twice_held(c.verdict) AS held_weight, c.level
    FROM place p JOIN cell c ON c.audit = p.id
    WHERE p.state <> 'REMOVED'
),
raw AS (
    SELECT CASE WHEN GROUPING(school_type) = 0 THEN 'figures ' || concat_ws(' ', unit, school_type, control, reading)
                ELSE 'totals ' || concat_ws(' ', unit, reading) END AS what,
           concat_ws(' ', count(*), count(declared), count(*) FILTER (WHERE rendered),
                     count(*) FILTER (WHERE rendered AND verdict = 'CONFORME'),
                     count(*) FILTER (WHERE rendered AND verdict = 'PARTIEL'),
                     count(*) FILTER (WHERE rendered AND verdict = 'NON_CONFORME'),
                     count(*) FILTER (WHERE rendered AND verdict = 'NON_APPLICABLE'),
                     count(*) FILTER (WHERE rendered AND verdict = 'NE_SAIT_PAS'),
                     COALESCE(sum(counted_weight) FILTER (WHERE rendered), 0),
                     COALESCE(sum(held_weight) FILTER (WHERE rendered), 0)) AS figures
    FROM counted
    GROUP BY GROUPING SETS ((unit, school_type, control, reading), (unit, reading))
    UNION ALL
    SELECT 'audit ' || concat_ws(' ', audit, reading),
           concat_ws(' ', count(*), count(declared), count(*) FILTER (WHERE verdict = 'CONFORME'),
                     count(*) FILTER (WHERE verdict = 'PARTIEL'), count(*) FILTER (WHERE verdict = 'NON_CONFORME'),
                     count(*) FILTER (WHERE verdict = 'NON_APPLICABLE'), count(*) FILTER (WHERE verdict = 'NE_SAIT_PAS'),
                     sum(weight * (verdict IS DISTINCT FROM 'NON_APPLICABLE')::int), sum(weight * twice_held(verdict)),
                     COALESCE(sum(weight * (verdict IS DISTINCT FROM 'NON_APPLICABLE')::int) FILTER (WHERE level = 1), 0),
                     COALESCE(sum(weight * twice_held(verdict)) FILTER (WHERE level = 1), 0))
    FROM cell GROUP BY audit, reading
    UNION ALL
    SELECT 'state ' || concat_ws(' ', unit, school_type, state), CAST(count(*) AS text)
    FROM place GROUP BY unit, school_type, state
)
SELECT :campaign AS campaign, COALESCE(k.what, r.what) AS what, COALESCE(k.figures, '') AS kept,
       COALESCE(r.figures, '') AS recomputed
FROM kept k FULL JOIN raw r ON r.what = k.what
WHERE k.figures IS DISTINCT FROM r.figures
ORDER BY 2
LIMIT 1
