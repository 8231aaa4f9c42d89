-- The jobs of one account, or one of them; newest first.
SELECT j.id, j.kind, j.state, j.done, j.total, j.created_at, j.started_at, j.ended_at, j.said, j.href,
       (SELECT f.name FROM job_file f WHERE f.job = j.id) AS file_name
FROM job j
WHERE j.account = :account AND (CAST(:id AS bigint) IS NULL OR j.id = :id)
ORDER BY j.id DESC
LIMIT 100
