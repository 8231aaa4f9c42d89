-- Figures of a unit of the State's tree by department, type and control, over rendered audits: what is kept (ADR 22),
-- less the collectivities that have agreed to appear, whose own rows follow.
WITH kept AS (
    SELECT d.academy, d.code AS department, f.school_type, f.control, f.theme, f.level, f.rendered, f.conforming, f.partial,
           f.failing, f.inapplicable, f.unknown, f.counted_weight, f.held_weight
    FROM unit_figures(:campaign, ARRAY(
             SELECT 'departement-' || d.code FROM department d WHERE :u.nation OR d.academy = ANY(:u.academies))) f
    JOIN department d ON f.unit = 'departement-' || d.code
    WHERE f.rendered > 0
),
named AS (
    SELECT a.academy, a.department, a.school_type, a.collectivity, c.control, c.theme, c.level, count(*) AS rendered,
           count(*) FILTER (WHERE c.verdict = 'CONFORME') AS conforming,
           count(*) FILTER (WHERE c.verdict = 'PARTIEL') AS partial,
           count(*) FILTER (WHERE c.verdict = 'NON_CONFORME') AS failing,
           count(*) FILTER (WHERE c.verdict = 'NON_APPLICABLE') AS inapplicable,
           count(*) FILTER (WHERE c.verdict = 'NE_SAIT_PAS') AS unknown,
           COALESCE(sum(c.weight) FILTER (WHERE c.verdict IS DISTINCT FROM 'NON_APPLICABLE'), 0) AS counted_weight,
           sum(c.weight * twice_held(c.verdict)) AS held_weight
    FROM audit a
    JOIN audit_cell c ON c.campaign = a.campaign AND c.audit = a.id
    WHERE a.campaign = :campaign AND rendered(a.state) AND a.collectivity = ANY(:agreed)
      AND (:u.nation OR a.academy = ANY(:u.academies))
    GROUP BY a.academy, a.department, a.school_type, a.collectivity, c.control, c.theme, c.level
),
apart AS (
    SELECT department, school_type, control, sum(rendered) AS rendered, sum(conforming) AS conforming,
           sum(partial) AS partial, sum(failing) AS failing, sum(inapplicable) AS inapplicable, sum(unknown) AS unknown,
           sum(counted_weight) AS counted_weight, sum(held_weight) AS held_weight
    FROM named GROUP BY department, school_type, control
)
SELECT k.academy, k.department, k.school_type, '' AS collectivity, k.control, k.theme, k.level,
       k.rendered - COALESCE(n.rendered, 0) AS asked,
       k.conforming - COALESCE(n.conforming, 0) AS conforming,
       k.partial - COALESCE(n.partial, 0) AS partial,
       k.failing - COALESCE(n.failing, 0) AS failing,
       k.inapplicable - COALESCE(n.inapplicable, 0) AS inapplicable,
       k.unknown - COALESCE(n.unknown, 0) AS unknown,
       k.counted_weight - COALESCE(n.counted_weight, 0) AS counted_weight,
       k.held_weight - COALESCE(n.held_weight, 0) AS held_weight
FROM kept k
LEFT JOIN apart n ON n.department = k.department AND n.school_type = k.school_type AND n.control = k.control
UNION ALL
SELECT academy, department, school_type, collectivity, control, theme, level, rendered, conforming, partial, failing,
       inapplicable, unknown, counted_weight, held_weight
FROM named
ORDER BY department, school_type, collectivity, control
