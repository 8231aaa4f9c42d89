-- The collectivities of a unit by their kind, from the kept sums of their audits in these departments; kind null is the
-- schools without any.
WITH department AS MATERIALIZED (SELECT unnest(CAST(:departments AS text[])) AS code),
roster AS (
    SELECT c.kind, sum(s.audits) AS expected, COALESCE(sum(s.audits) FILTER (WHERE rendered(s.state)), 0) AS rendered
    FROM department d
    CROSS JOIN LATERAL states_of(:campaign, CAST('{}' AS text[]), CAST(NULL AS text[]), d.code) s
    LEFT JOIN collectivity c ON 'collectivite-' || c.code = s.unit
    WHERE s.state <> 'REMOVED'
    GROUP BY c.kind
),
sums AS (
    SELECT c.kind, sum(t.rendered) AS asked, sum(t.conforming) AS conforming, sum(t.partial) AS partial,
           sum(t.failing) AS failing, sum(t.inapplicable) AS inapplicable, sum(t.unknown) AS unknown,
           sum(t.counted_weight) AS counted_weight, sum(t.held_weight) AS held_weight,
           sum(t.base_counted_weight) AS base_counted_weight, sum(t.base_held_weight) AS base_held_weight
    FROM department d
    CROSS JOIN LATERAL counted_totals(:campaign, CAST(NULL AS text[]), d.code, :reading) t
    LEFT JOIN collectivity c ON 'collectivite-' || c.code = t.unit
    GROUP BY c.kind
)
SELECT r.kind, r.expected, r.rendered, conformity(s.base_held_weight, s.base_counted_weight) AS base,
       s.asked, s.conforming, s.partial, s.failing, s.inapplicable, s.unknown,
       coverage(s.conforming + s.partial + s.failing + s.inapplicable + s.unknown, s.asked) AS coverage,
       conformity(s.held_weight, s.counted_weight) AS conformity
FROM roster r
JOIN sums s ON s.kind IS NOT DISTINCT FROM r.kind
ORDER BY r.kind NULLS LAST
