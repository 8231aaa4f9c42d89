-- Frozen figures by what a table's rows are about, by theme and for all themes (theme empty): the one definition (ADR 4)
-- over frozen rows. Of the types that are shown alone, so that no sum holds one that is not.
SELECT g.unit, g.slice, COALESCE(g.theme, '') AS theme,
       sum(g.asked) AS asked, sum(g.conforming) AS conforming, sum(g.partial) AS partial, sum(g.failing) AS failing,
       sum(g.inapplicable) AS inapplicable, sum(g.unknown) AS unknown,
       coverage(sum(g.conforming + g.partial + g.failing + g.inapplicable + g.unknown), sum(g.asked)) AS coverage,
       conformity(sum(g.held_weight), sum(g.counted_weight)) AS conformity
FROM (
    SELECT CASE :by WHEN 'ACADEMY' THEN f.academy WHEN 'DEPARTMENT' THEN f.department
                    WHEN 'COLLECTIVITY' THEN f.collectivity ELSE '' END AS unit,
           CASE :by WHEN 'TYPE' THEN f.school_type WHEN 'LEVEL' THEN CAST(f.level AS text) WHEN 'CONTROL' THEN f.control
                    WHEN 'ACADEMY' THEN degree_of(f.school_type) WHEN 'DEPARTMENT' THEN degree_of(f.school_type)
                    ELSE '' END AS slice,
           f.theme, f.asked, f.conforming, f.partial, f.failing, f.inapplicable, f.unknown, f.counted_weight, f.held_weight
    FROM frozen_figure f
    WHERE f.snapshot = :snapshot AND f.school_type = ANY(:types)
) g
GROUP BY GROUPING SETS ((g.unit, g.slice, g.theme), (g.unit, g.slice))
