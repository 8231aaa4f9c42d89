SELECT s.state, sum(s.audits) AS audits
FROM unit_states(:campaign, ARRAY[CAST(:unit AS text)]) s
GROUP BY s.state
