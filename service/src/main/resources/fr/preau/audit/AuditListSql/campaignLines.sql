-- The campaigns of which one sees an audit (counted.sql), and those that one runs; newest first. What is bound stands in
-- subqueries: the planner then expects the same of all of it, and plans once.
SELECT c.id, c.name, c.unit,
       -- Looked up by its id: joined, all units of the country would be read.
       (SELECT u.name FROM unit u WHERE u.id = c.unit) AS unit_name, c.opens_on, c.closes_on, c.opened_at,
       COALESCE(s.expected, 0) AS expected, COALESCE(s.rendered, 0) AS rendered
FROM campaign c
LEFT JOIN unnest((SELECT CAST(:seen AS bigint[])), (SELECT CAST(:expected AS int[])), (SELECT CAST(:rendered AS int[])))
    AS s (campaign, expected, rendered) ON s.campaign = c.id
WHERE s.campaign IS NOT NULL
   -- Called for those that one sees nothing of alone: as a table, a lineage would be made ready for all, which takes longer
   -- than all the rest.
   OR ARRAY(SELECT lineage(c.unit)) && (SELECT CAST(:run AS text[]))
ORDER BY c.opens_on DESC, c.id DESC
