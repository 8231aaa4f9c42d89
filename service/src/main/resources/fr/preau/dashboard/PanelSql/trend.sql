-- A unit over the campaigns of one holder. The panel are the schools that rendered in each campaign that has any; who
-- entered had not rendered in the one before, who left had.
WITH chosen AS (
    SELECT c.id, c.name, c.checklist, row_number() OVER (ORDER BY c.opens_on, c.id) AS place
    FROM (SELECT o.id, o.name, o.checklist, o.opens_on
          FROM campaign o
          JOIN campaign here ON here.id = :campaign AND here.unit = o.unit
          WHERE o.opened_at IS NOT NULL AND (o.opens_on, o.id) <= (here.opens_on, here.id)
            AND EXISTS (SELECT FROM audit a
                        WHERE a.campaign = o.id AND rendered(a.state)
                          AND (CAST(:f.type AS text) IS NULL OR a.school_type = :f.type)
                          AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
                               OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
                          AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                               OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities)))
          ORDER BY o.opens_on DESC, o.id DESC LIMIT :most) c
),
-- What opinions move, in the reviewed reading: each campaign's once.
moved AS MATERIALIZED (
    SELECT m.campaign, m.audit, m.held_weight, m.counted_weight, m.base_held_weight, m.base_counted_weight
    FROM chosen c CROSS JOIN LATERAL moved_totals(c.id) m
    WHERE :f.reading = 'REVIEWED'
),
own AS MATERIALIZED (
    SELECT c.place, a.uai, t.held_weight + COALESCE(m.held_weight, 0) AS held_weight,
           t.counted_weight + COALESCE(m.counted_weight, 0) AS counted_weight,
           t.base_held_weight + COALESCE(m.base_held_weight, 0) AS base_held_weight,
           t.base_counted_weight + COALESCE(m.base_counted_weight, 0) AS base_counted_weight
    FROM chosen c
    JOIN audit a ON a.campaign = c.id
    JOIN audit_total t ON t.campaign = a.campaign AND t.audit = a.id
    LEFT JOIN moved m ON m.campaign = a.campaign AND m.audit = a.id
    WHERE rendered(a.state)
      AND (CAST(:f.type AS text) IS NULL OR a.school_type = :f.type)
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities))
),
-- The campaigns of a school as bits: in which it rendered.
school AS (SELECT uai, bit_or(1 << place::int) AS places FROM own GROUP BY uai),
sums AS (
    SELECT o.place, count(*) AS rendered, conformity(sum(o.held_weight), sum(o.counted_weight)) AS conformity,
           count(*) FILTER (WHERE s.places = w.places) AS panel,
           conformity(sum(o.held_weight) FILTER (WHERE s.places = w.places),
                      sum(o.counted_weight) FILTER (WHERE s.places = w.places)) AS panel_conformity,
           conformity(sum(o.base_held_weight) FILTER (WHERE s.places = w.places),
                      sum(o.base_counted_weight) FILTER (WHERE s.places = w.places)) AS panel_base,
           count(*) FILTER (WHERE s.places & (1 << (o.place - 1)::int) = 0) AS entered,
           conformity(sum(o.held_weight) FILTER (WHERE s.places & (1 << (o.place - 1)::int) = 0),
                      sum(o.counted_weight) FILTER (WHERE s.places & (1 << (o.place - 1)::int) = 0))
               AS entered_conformity,
           count(*) FILTER (WHERE s.places & (1 << (o.place + 1)::int) = 0) AS gone,
           conformity(sum(o.held_weight) FILTER (WHERE s.places & (1 << (o.place + 1)::int) = 0),
                      sum(o.counted_weight) FILTER (WHERE s.places & (1 << (o.place + 1)::int) = 0))
               AS gone_conformity
    FROM own o
    JOIN school s ON s.uai = o.uai
    CROSS JOIN (SELECT COALESCE(sum(1 << place::int), 0) AS places FROM chosen) w
    GROUP BY o.place
)
SELECT c.id AS campaign, c.name, c.checklist, s.rendered, s.conformity, s.panel, s.panel_conformity, s.panel_base,
       CASE WHEN c.place > 1 THEN s.entered END AS entered,
       CASE WHEN c.place > 1 THEN s.entered_conformity END AS entered_conformity,
       b.gone AS left, b.gone_conformity AS left_conformity
FROM chosen c
JOIN sums s ON s.place = c.place
LEFT JOIN sums b ON b.place = c.place - 1
ORDER BY c.place
