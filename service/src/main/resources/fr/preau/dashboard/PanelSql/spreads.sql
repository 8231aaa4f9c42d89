-- Quantiles and bands of the rendered audits' own conformity, by type of school and over all (type null).
SELECT s.type, s.expected, s.audits, s.coverage, s.counted, s.quantiles, s.bands
FROM unit_spread(:campaign, :unit, CAST(:f.type AS text), :base, :f.reading) s
