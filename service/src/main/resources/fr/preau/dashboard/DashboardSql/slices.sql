-- The whole, each theme and each level of a unit that unit.sql has found. Progress is over the roster, the rest over
-- rendered audits. figures_of gives one row a type and control, of what the person sees alone; all are summed here.
SELECT f.theme, f.level,
       coverage(sum(f.answered), sum(f.expected)) AS progress,
       COALESCE(sum(f.rendered), 0) AS asked,
       COALESCE(sum(f.conforming), 0) AS conforming,
       COALESCE(sum(f.partial), 0) AS partial,
       COALESCE(sum(f.failing), 0) AS failing,
       COALESCE(sum(f.inapplicable), 0) AS inapplicable,
       COALESCE(sum(f.unknown), 0) AS unknown,
       coverage(sum(f.conforming + f.partial + f.failing + f.inapplicable + f.unknown), sum(f.rendered)) AS coverage,
       conformity(sum(f.held_weight), sum(f.counted_weight)) AS conformity
FROM figures_of(:campaign, :s.units, CAST(:s.collectivities AS text[]), CAST(:s.department AS text), :f.reading) f
WHERE (CAST(:f.type AS text) IS NULL OR f.school_type = :f.type)
  AND (CAST(:f.theme AS text) IS NULL OR f.theme = :f.theme)
  AND (CAST(:f.level AS int) IS NULL OR f.level = :f.level)
  AND (CAST(:f.party AS text) IS NULL OR f.party = :f.party)
GROUP BY GROUPING SETS ((), (f.theme), (f.level))
