-- Each control of a unit: over how many rendered audits, and with which answers. Level and party differ by type of
-- school: the lowest level, and the party when it is one.
SELECT f.control, min(f.theme) AS theme, min(f.level) AS level,
       CASE WHEN count(DISTINCT f.party) = 1 THEN min(f.party) END AS party,
       sum(f.rendered) AS asked, sum(f.conforming) AS conforming, sum(f.partial) AS partial, sum(f.failing) AS failing,
       sum(f.inapplicable) AS inapplicable, sum(f.unknown) AS unknown,
       coverage(sum(f.conforming + f.partial + f.failing + f.inapplicable + f.unknown), sum(f.rendered)) AS coverage,
       conformity(sum(f.held_weight), sum(f.counted_weight)) AS conformity
FROM figures_of(:campaign, :s.units, CAST(:s.collectivities AS text[]), CAST(:s.department AS text), :f.reading) f
WHERE (CAST(:f.type AS text) IS NULL OR f.school_type = :f.type)
  AND (CAST(:f.theme AS text) IS NULL OR f.theme = :f.theme)
  AND (CAST(:f.level AS int) IS NULL OR f.level = :f.level)
  AND (CAST(:f.party AS text) IS NULL OR f.party = :f.party)
GROUP BY f.control
ORDER BY f.control
