-- Quantiles and bands of the rendered audits' own conformity, by type of school and over all (school_type null).
WITH own AS (
    SELECT a.school_type,
           CASE WHEN :base THEN conformity(t.base_held_weight, t.base_counted_weight)
                ELSE conformity(t.held_weight, t.counted_weight) END AS conformity
    FROM audit a
    JOIN totals_in(:campaign, :f.reading) t ON t.campaign = a.campaign AND t.audit = a.id
    WHERE a.campaign = :campaign AND rendered(a.state)
      AND (CAST(:f.type AS text) IS NULL OR a.school_type = :f.type)
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities))
)
SELECT o.school_type AS type, count(*) AS audits, count(o.conformity) AS counted,
       percentile_cont(ARRAY[0.05, 0.25, 0.5, 0.75, 0.95]) WITHIN GROUP (ORDER BY o.conformity) AS quantiles,
       ARRAY[count(*) FILTER (WHERE o.conformity < 0.2),
             count(*) FILTER (WHERE o.conformity >= 0.2 AND o.conformity < 0.4),
             count(*) FILTER (WHERE o.conformity >= 0.4 AND o.conformity < 0.6),
             count(*) FILTER (WHERE o.conformity >= 0.6 AND o.conformity < 0.8),
             count(*) FILTER (WHERE o.conformity >= 0.8)] AS bands
FROM own o
GROUP BY GROUPING SETS ((), (o.school_type))
