-- The collectivities of a department, by the columns fixed on the audits; null: its schools without any.
WITH below AS (
    SELECT a.collectivity, count(*) AS expected, count(*) FILTER (WHERE rendered(a.state)) AS rendered,
           coverage(sum(t.answered), sum(t.asked)) AS progress,
           COALESCE(sum(t.asked) FILTER (WHERE rendered(a.state)), 0) AS asked,
           COALESCE(sum(t.conforming) FILTER (WHERE rendered(a.state)), 0) AS conforming,
           COALESCE(sum(t.partial) FILTER (WHERE rendered(a.state)), 0) AS partial,
           COALESCE(sum(t.failing) FILTER (WHERE rendered(a.state)), 0) AS failing,
           COALESCE(sum(t.inapplicable) FILTER (WHERE rendered(a.state)), 0) AS inapplicable,
           COALESCE(sum(t.unknown) FILTER (WHERE rendered(a.state)), 0) AS unknown,
           coverage(sum(t.answered) FILTER (WHERE rendered(a.state)), sum(t.asked) FILTER (WHERE rendered(a.state)))
               AS coverage,
           conformity(sum(t.held_weight) FILTER (WHERE rendered(a.state)),
                      sum(t.counted_weight) FILTER (WHERE rendered(a.state))) AS conformity
    FROM audit a
    JOIN audit_total t ON t.campaign = a.campaign AND t.audit = a.id
    WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities))
    GROUP BY a.collectivity
)
SELECT 'collectivite-' || b.collectivity AS unit, n.name, b.expected, b.rendered, b.progress,
       b.asked, b.conforming, b.partial, b.failing, b.inapplicable, b.unknown, b.coverage, b.conformity
FROM below b
LEFT JOIN collectivity n ON n.code = b.collectivity
ORDER BY n.name COLLATE "fr-x-icu", b.collectivity COLLATE "C"
