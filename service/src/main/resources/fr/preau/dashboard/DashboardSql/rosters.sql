-- Audits of the roster and rendered ones, by unit or by type of school.
SELECT r.line, sum(r.audits) AS expected, COALESCE(sum(r.audits) FILTER (WHERE rendered(r.state)), 0) AS rendered
FROM (
    SELECT CASE WHEN :types THEN x.school_type ELSE x.unit END AS line, x.state, x.audits
    FROM states_of(:campaign, :s.units, CAST(:s.collectivities AS text[]), CAST(:s.department AS text)) x
    WHERE x.state <> 'REMOVED' AND (CAST(:f.type AS text) IS NULL OR x.school_type = :f.type)
) r
GROUP BY r.line
