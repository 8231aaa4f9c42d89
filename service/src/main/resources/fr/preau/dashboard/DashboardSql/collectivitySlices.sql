-- As slices, of a collectivity: from the answers of its own audits, as far as the reader sees them, who may see those of
-- one académie alone. The array hands the roster down into the view, so that no other audit is read.
WITH roster AS MATERIALIZED (
    SELECT a.id, rendered(a.state) AS counts
    FROM audit a
    WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities))
)
SELECT t.theme, t.level,
       coverage(sum(t.answered), sum(t.asked)) AS progress,
       COALESCE(sum(t.asked) FILTER (WHERE r.counts), 0) AS asked,
       COALESCE(sum(t.conforming) FILTER (WHERE r.counts), 0) AS conforming,
       COALESCE(sum(t.partial) FILTER (WHERE r.counts), 0) AS partial,
       COALESCE(sum(t.failing) FILTER (WHERE r.counts), 0) AS failing,
       COALESCE(sum(t.inapplicable) FILTER (WHERE r.counts), 0) AS inapplicable,
       COALESCE(sum(t.unknown) FILTER (WHERE r.counts), 0) AS unknown,
       coverage(sum(t.answered) FILTER (WHERE r.counts), sum(t.asked) FILTER (WHERE r.counts)) AS coverage,
       conformity(sum(t.held_weight) FILTER (WHERE r.counts), sum(t.counted_weight) FILTER (WHERE r.counts))
           AS conformity
FROM roster r
JOIN tally t ON t.audit = r.id
WHERE t.campaign = :campaign AND t.audit = ANY(ARRAY(SELECT id FROM roster))
GROUP BY GROUPING SETS ((), (t.theme), (t.level))
