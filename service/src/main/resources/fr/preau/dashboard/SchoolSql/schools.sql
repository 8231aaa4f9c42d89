-- Schools of a unit by name, never by their figures; keyset on (name, id). Before it is rendered a school shows its
-- progress only. What an audit counts is kept; an answer is looked up where a control is asked for alone.
WITH listed AS NOT MATERIALIZED (
    SELECT a.id, a.school_name FROM audit a
    WHERE a.campaign = :campaign
      AND (CAST(:f.state AS text) IS NULL AND a.state <> 'REMOVED' OR a.state = :f.state)
      AND (NOT :f.rendered OR rendered(a.state))
      AND (CAST(:f.type AS text) IS NULL OR a.school_type = :f.type)
      AND (CAST(:f.control AS text) IS NULL
           OR EXISTS (SELECT FROM asked_control k
                      LEFT JOIN answer w ON w.campaign = a.campaign AND w.audit = a.id AND w.control = k.control
                      LEFT JOIN reading_opinion o ON o.reading = :f.reading AND o.audit = a.id AND o.control = k.control
                      WHERE k.campaign = a.campaign AND k.school_type = a.school_type AND k.control = :f.control
                        AND (CAST(:f.level AS int) IS NULL OR k.level = :f.level)
                        AND (CAST(:f.party AS text) IS NULL OR k.party = :f.party)
                        AND (cardinality(:f.answers) = 0 OR COALESCE(reviewed_verdict(w.verdict, o.kind, o.verdict), 'SANS_REPONSE')
                                 = ANY(:f.answers))))
      AND (CAST(:f.band AS int) IS NULL
           OR EXISTS (SELECT FROM totals_in(:campaign, :f.reading) t
                      WHERE t.campaign = a.campaign AND t.audit = a.id
                        AND CASE WHEN :f.base THEN conformity(t.base_held_weight, t.base_counted_weight)
                                 ELSE conformity(t.held_weight, t.counted_weight) END >= :f.least
                        AND CASE WHEN :f.base THEN conformity(t.base_held_weight, t.base_counted_weight)
                                 ELSE conformity(t.held_weight, t.counted_weight) END < :f.below))
      AND (CAST(:f.collectivity AS text) IS NULL OR COALESCE(a.collectivity, '') = :f.collectivity)
      -- Of the unit and the type in the other campaigns too, as a trend counts them.
      AND (NOT :f.past.asked
           OR (SELECT count(*) FILTER (WHERE o.campaign = ANY(:f.past.also)) = cardinality(:f.past.also)
                      AND count(*) FILTER (WHERE o.campaign = :f.past.without) = 0
               FROM audit o
               WHERE o.uai = a.uai AND rendered(o.state)
                 AND (CAST(:f.type AS text) IS NULL OR o.school_type = :f.type)
                 AND (:u.nation OR o.region = ANY(:u.regions) OR o.academy = ANY(:u.academies)
                      OR o.department = ANY(:u.departments) OR o.collectivity = ANY(:u.collectivities))))
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
           OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                                WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
           OR (a.collectivity = ANY(:p.collectivities)
               AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
),
page AS MATERIALIZED (
    SELECT l.id, l.school_name FROM listed l
    WHERE CAST(:after AS bigint) IS NULL
       OR (l.school_name COLLATE "fr-x-icu", l.id)
          > (SELECT k.school_name COLLATE "fr-x-icu", k.id FROM listed k WHERE k.id = :after)
    ORDER BY l.school_name COLLATE "fr-x-icu", l.id
    LIMIT :limit
)
SELECT a.id, a.uai, a.school_name, a.school_type, a.commune_name, a.state, (SELECT count(*) FROM listed) AS total,
       t.asked,
       CASE WHEN rendered(a.state) THEN t.conforming ELSE 0 END AS conforming,
       CASE WHEN rendered(a.state) THEN t.partial ELSE 0 END AS partial,
       CASE WHEN rendered(a.state) THEN t.failing ELSE 0 END AS failing,
       CASE WHEN rendered(a.state) THEN t.inapplicable ELSE 0 END AS inapplicable,
       CASE WHEN rendered(a.state) THEN t.unknown ELSE t.answered END AS unknown,
       coverage(t.answered, t.asked) AS coverage,
       CASE WHEN rendered(a.state) THEN conformity(t.held_weight, t.counted_weight) END AS conformity
FROM page
JOIN audit a ON a.id = page.id
JOIN totals_in(:campaign, :f.reading) t ON t.campaign = :campaign AND t.audit = page.id AND t.audit = ANY(ARRAY(SELECT id FROM page))
ORDER BY a.school_name COLLATE "fr-x-icu", a.id
