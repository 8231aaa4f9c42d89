-- Units of the State's tree, whole: the nation's own page reads 30 of them without telling themes apart.
SELECT f.unit AS line, CAST(NULL AS text) AS theme, coverage(f.answered, f.expected) AS progress,
       CAST(NULL AS double precision) AS base,
       f.rendered AS asked, f.conforming, f.partial, f.failing, f.inapplicable, f.unknown,
       coverage(f.conforming + f.partial + f.failing + f.inapplicable + f.unknown, f.rendered) AS coverage,
       conformity(f.held_weight, f.counted_weight) AS conformity
FROM unit_totals(:campaign, :units, :reading) f
