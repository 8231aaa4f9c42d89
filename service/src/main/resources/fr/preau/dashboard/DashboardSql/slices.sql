-- The whole, each theme and each level of a unit of the State's tree, which lies whole in the reader's units: unit.sql has
-- looked. Progress is over the roster, the rest over rendered audits. Kept figures, which unit_figures gives to who sees
-- the unit alone; it hands out one row a type and control, and all are summed here.
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
FROM unit_figures(:campaign, ARRAY[CAST(:unit AS text)]) f
GROUP BY GROUPING SETS ((), (f.theme), (f.level))
