-- The oldest job that waits, or whose service gave no sign of life for long. A row that another service is taking is
-- skipped, not waited for.
UPDATE job
SET state = 'RUNNING', claim = :claim, alive_at = :now, started_at = COALESCE(started_at, :now), attempts = attempts + 1,
    done = 0, total = 0
WHERE id = (SELECT id FROM job
            WHERE kind = ANY(:kinds) AND (state = 'WAITING' OR (state = 'RUNNING' AND alive_at < :lost))
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, kind, account, scope, parameters, attempts, claim
