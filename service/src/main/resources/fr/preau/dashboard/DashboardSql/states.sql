-- Audits of a unit that unit.sql has found, by state. Kept or counted, and cut to what the person sees, by states_of.
SELECT s.state, sum(s.audits) AS audits
FROM states_of(:campaign, :s.units, CAST(:s.collectivities AS text[]), CAST(:s.department AS text)) s
WHERE CAST(:f.type AS text) IS NULL OR s.school_type = :f.type
GROUP BY s.state
