-- The units right below, by the columns fixed on the audits: académies of a région or the nation, departments of an
-- académie, collectivities of a department (null: its schools without any). A collectivity has none.
WITH roster AS MATERIALIZED (
    SELECT a.id, rendered(a.state) AS counts,
           CASE :kind WHEN 'NATION' THEN 'academie-' || a.academy WHEN 'REGION' THEN 'academie-' || a.academy
                      WHEN 'ACADEMY' THEN 'departement-' || a.department
                      ELSE 'collectivite-' || a.collectivity END AS child
    FROM audit a
    WHERE a.campaign = :campaign AND a.state <> 'REMOVED' AND :kind <> 'COLLECTIVITY'
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities))
),
below AS (
    SELECT r.child, count(DISTINCT r.id) AS expected, count(DISTINCT r.id) FILTER (WHERE r.counts) AS rendered,
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
    GROUP BY r.child
)
SELECT b.child AS unit, n.name, b.expected, b.rendered, b.progress,
       b.asked, b.conforming, b.partial, b.failing, b.inapplicable, b.unknown, b.coverage, b.conformity
FROM below b
LEFT JOIN unit n ON n.id = b.child
ORDER BY n.name COLLATE "fr-x-icu", b.child COLLATE "C"
