-- The units right below, by the columns fixed on the audits: académies of a région or the nation, departments of an
-- académie, collectivities of a department (null: its schools without any). A collectivity has none.
SELECT g.child AS unit, n.name, g.expected, g.rendered, g.progress,
       g.asked, g.conforming, g.partial, g.failing, g.inapplicable, g.unknown, g.coverage, g.conformity
FROM (
    SELECT r.child, count(*) AS expected, count(*) FILTER (WHERE r.counts) AS rendered,
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
    FROM (
        SELECT a.campaign, a.id, rendered(a.state) AS counts,
               CASE :kind WHEN 'NATION' THEN 'academie-' || a.academy WHEN 'REGION' THEN 'academie-' || a.academy
                          WHEN 'ACADEMY' THEN 'departement-' || a.department
                          ELSE 'collectivite-' || a.collectivity END AS child
        FROM audit a
        WHERE a.campaign = :campaign AND a.state <> 'REMOVED' AND :kind <> 'COLLECTIVITY'
          AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
               OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
          AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
               OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities))
    ) r
    CROSS JOIN LATERAL (
        SELECT sum(w.asked) AS asked, sum(w.answered) AS answered, sum(w.conforming) AS conforming,
               sum(w.partial) AS partial, sum(w.failing) AS failing, sum(w.inapplicable) AS inapplicable,
               sum(w.unknown) AS unknown, sum(w.held_weight) AS held_weight, sum(w.counted_weight) AS counted_weight
        FROM tally w WHERE w.campaign = r.campaign AND w.audit = r.id) t
    GROUP BY r.child
) g
LEFT JOIN unit n ON n.id = g.child
ORDER BY n.name COLLATE "fr-x-icu", g.child COLLATE "C"
