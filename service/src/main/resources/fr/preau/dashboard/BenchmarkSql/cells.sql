-- Rendered audits only, a row for each theme asked of a type. A cell of too few schools or collectivities gives no number at all, not even how few.
WITH handed_in AS MATERIALIZED (
    SELECT a.id, a.school_type, a.collectivity
    FROM audit a
    WHERE a.campaign = :campaign AND rendered(a.state)
      AND (CAST(:academy AS text) IS NULL OR a.academy = :academy)
),
cell AS (
    SELECT r.school_type, t.theme, count(DISTINCT r.id) AS schools,
           count(DISTINCT r.id) >= :schools AND count(DISTINCT r.collectivity) >= :collectivities AS shown,
           coverage(sum(t.answered), sum(t.asked)) AS coverage,
           conformity(sum(t.held_weight), sum(t.counted_weight)) AS conformity
    FROM handed_in r
    JOIN tally t ON t.audit = r.id
    WHERE t.campaign = :campaign AND t.audit = ANY(ARRAY(SELECT id FROM handed_in))
    GROUP BY GROUPING SETS ((r.school_type), (r.school_type, t.theme))
),
asked AS (
    SELECT DISTINCT school_type, theme FROM asked_control WHERE campaign = :campaign
    UNION ALL
    SELECT school_type, NULL FROM campaign_type WHERE campaign = :campaign
)
SELECT k.school_type, k.theme, COALESCE(c.shown, false) AS shown,
       CASE WHEN c.shown THEN c.schools END AS schools,
       CASE WHEN c.shown THEN c.coverage END AS coverage,
       CASE WHEN c.shown THEN c.conformity END AS conformity
FROM asked k
LEFT JOIN cell c ON c.school_type = k.school_type AND c.theme IS NOT DISTINCT FROM k.theme
