-- Those of the units that the person edits, and of all that lies in them.
SELECT d.id, d.unit, COALESCE(u.name, '') AS unit_name, d.title, d.label, d.snapshot, d.earlier, c.name AS campaign_name,
       d.state, d.round, d.replaces, d.changes, d.number, d.published_at, d.created_at
FROM deliverable d
JOIN frozen_snapshot s ON s.id = d.snapshot
JOIN campaign c ON c.id = s.campaign
LEFT JOIN unit u ON u.id = d.unit
WHERE (CAST(:id AS bigint) IS NULL OR d.id = :id)
  AND EXISTS (SELECT FROM lineage(d.unit) AS above (id) WHERE above.id = ANY(:run))
ORDER BY d.id DESC
LIMIT 500
