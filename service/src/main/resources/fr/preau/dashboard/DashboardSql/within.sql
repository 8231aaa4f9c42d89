-- Collectivities of a department over all of their controls, from the kept sums of its audits: its own page lists them
-- without telling themes apart. An empty code is the schools without any.
SELECT f.unit AS line, CAST(NULL AS text) AS theme, coverage(f.answered, f.expected) AS progress,
       conformity(f.base_held_weight, f.base_counted_weight) AS base,
       f.rendered AS asked, f.conforming, f.partial, f.failing, f.inapplicable, f.unknown,
       coverage(f.conforming + f.partial + f.failing + f.inapplicable + f.unknown, f.rendered) AS coverage,
       conformity(f.held_weight, f.counted_weight) AS conformity
FROM counted_totals(:campaign, CAST(:s.collectivities AS text[]), CAST(:s.department AS text), :reading) f
