-- Rendered audits only. A cell of too few schools or collectivities gives no number at all, not even how few.
SELECT c.school_type, c.theme, c.shown,
       CASE WHEN c.shown THEN c.schools END AS schools,
       CASE WHEN c.shown THEN c.coverage END AS coverage,
       CASE WHEN c.shown THEN c.conformity END AS conformity
FROM (
    SELECT r.school_type, t.theme, count(DISTINCT r.id) AS schools,
           count(DISTINCT r.id) >= :schools AND count(DISTINCT r.collectivity) >= :collectivities AS shown,
           coverage(sum(t.answered), sum(t.asked)) AS coverage,
           conformity(sum(t.held_weight), sum(t.counted_weight)) AS conformity
    FROM (
        SELECT a.campaign, a.id, a.school_type, a.collectivity
        FROM audit a
        WHERE a.campaign = :campaign AND rendered(a.state)
          AND (CAST(:academy AS text) IS NULL OR a.academy = :academy)
    ) r
    CROSS JOIN LATERAL (
        SELECT w.theme, w.asked, w.answered, w.held_weight, w.counted_weight
        FROM tally w WHERE w.campaign = r.campaign AND w.audit = r.id) t
    GROUP BY GROUPING SETS ((r.school_type), (r.school_type, t.theme))
) c
