-- Units or types of school by theme, and over all themes (theme null), for one control or all. Progress is over the roster,
-- the rest over rendered audits.
SELECT f.line, f.theme,
       coverage(sum(f.answered), sum(f.expected)) AS progress,
       conformity(sum(f.held_weight) FILTER (WHERE f.level = 1), sum(f.counted_weight) FILTER (WHERE f.level = 1)) AS base,
       sum(f.rendered) AS asked, sum(f.conforming) AS conforming, sum(f.partial) AS partial, sum(f.failing) AS failing,
       sum(f.inapplicable) AS inapplicable, sum(f.unknown) AS unknown,
       coverage(sum(f.conforming + f.partial + f.failing + f.inapplicable + f.unknown), sum(f.rendered)) AS coverage,
       conformity(sum(f.held_weight), sum(f.counted_weight)) AS conformity
FROM (
    SELECT CASE WHEN :types THEN x.school_type ELSE x.unit END AS line, x.theme, x.level, x.answered, x.expected,
           x.rendered, x.conforming, x.partial, x.failing, x.inapplicable, x.unknown, x.held_weight, x.counted_weight
    FROM figures_of(:campaign, :s.units, CAST(:s.collectivities AS text[]), CAST(:s.department AS text), :f.reading) x
    WHERE (CAST(:f.type AS text) IS NULL OR x.school_type = :f.type)
      AND (CAST(:f.theme AS text) IS NULL OR x.theme = :f.theme)
      AND (CAST(:f.level AS int) IS NULL OR x.level = :f.level)
      AND (CAST(:f.party AS text) IS NULL OR x.party = :f.party)
      AND (CAST(:control AS text) IS NULL OR x.control = :control)
) f
GROUP BY GROUPING SETS ((f.line), (f.line, f.theme))
