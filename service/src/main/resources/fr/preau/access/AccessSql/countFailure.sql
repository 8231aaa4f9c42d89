-- Locks the key, so that simultaneous attempts queue, and answers until when it had to wait before this attempt. While
-- it must wait nothing is counted: a delay never grows by the mere impatience of its owner.
WITH earlier AS MATERIALIZED (SELECT free_at FROM sign_in_failure WHERE key = :key FOR UPDATE)
INSERT INTO sign_in_failure AS f (key, failures, last_at, free_at)
-- Reads the earlier row before it writes: left to RETURNING alone, it would be read after.
SELECT :key, 1, CAST(:now AS timestamptz), CAST(:now AS timestamptz) FROM (SELECT count(*) FROM earlier) AS first
ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN f.free_at > :now THEN f.failures
                    WHEN f.last_at < :forgotten THEN 1
                    ELSE f.failures + 1 END,
    last_at = CASE WHEN f.free_at > :now THEN f.last_at ELSE :now END,
    free_at = CASE WHEN f.free_at > :now THEN f.free_at
                   WHEN f.last_at < :forgotten OR f.failures < :allowance THEN :now
                   ELSE CAST(:now AS timestamptz) + least(:cap, 2 ^ least(f.failures - :allowance + 1, 16)) * interval '1 second' END
RETURNING COALESCE((SELECT free_at FROM earlier), :now)
