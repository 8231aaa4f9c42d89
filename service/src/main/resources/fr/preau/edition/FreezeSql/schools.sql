-- The schools of a unit by name, as they stand, of those that the person sees so. An audit's whole is kept (ADR 22); its
-- answers are counted for the themes alone, once it is rendered.
WITH seen AS MATERIALIZED (
    SELECT a.id, a.campaign, a.uai, a.school_name, a.school_type, a.commune_name, a.state
    FROM audit a
    WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
      AND (:u.nation OR a.academy = ANY(:u.academies) OR a.collectivity = ANY(:u.collectivities))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
           OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                                WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
           OR (a.collectivity = ANY(:p.collectivities)
               AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
),
theme AS (
    SELECT c.audit, c.theme,
           conformity(sum(c.weight * twice_held(c.verdict)),
                      COALESCE(sum(c.weight) FILTER (WHERE c.verdict IS DISTINCT FROM 'NON_APPLICABLE'), 0)) AS held
    FROM seen s JOIN audit_cell c ON c.campaign = s.campaign AND c.audit = s.id
    WHERE rendered(s.state)
    GROUP BY c.audit, c.theme
),
weak AS (
    SELECT t.audit, string_agg(t.theme, ', ' ORDER BY t.held, t.theme) AS themes
    FROM (SELECT t.audit, t.theme, t.held, row_number() OVER (PARTITION BY t.audit ORDER BY t.held, t.theme) AS place
          FROM theme t WHERE t.held < 1) t
    WHERE t.place <= 3
    GROUP BY t.audit
)
SELECT s.id AS audit, s.uai, s.school_name AS name, s.school_type, s.commune_name AS commune, s.state,
       coverage(t.answered, t.asked) AS coverage,
       CASE WHEN rendered(s.state) THEN conformity(t.held_weight, t.counted_weight) END AS conformity,
       CASE WHEN rendered(s.state) THEN conformity(t.base_held_weight, t.base_counted_weight) END AS base_conformity,
       COALESCE(w.themes, '') AS weakest
FROM seen s
JOIN audit_total t ON t.campaign = s.campaign AND t.audit = s.id
LEFT JOIN weak w ON w.audit = s.id
ORDER BY s.uai
