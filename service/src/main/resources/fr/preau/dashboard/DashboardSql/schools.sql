-- The schools of a collectivity by name, never by their figures; keyset on (name, id). Before it is rendered a school
-- shows its progress only.
WITH listed AS (
    SELECT v.id, v.uai, v.school_name, v.school_type, v.commune_name, v.state
    FROM audit_in_place v
    WHERE v.campaign = :campaign AND v.state <> 'REMOVED'
      AND (:u.nation OR v.region = ANY(:u.regions) OR v.academy = ANY(:u.academies)
           OR v.department = ANY(:u.departments) OR v.collectivity = ANY(:u.collectivities))
      AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
           OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
           OR v.present_collectivity = ANY(:p.collectivities)
           OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
),
page AS MATERIALIZED (
    SELECT l.id, l.uai, l.school_name, l.school_type, l.commune_name, l.state FROM listed l
    WHERE CAST(:after AS bigint) IS NULL
       OR (l.school_name COLLATE "fr-x-icu", l.id)
          > (SELECT k.school_name COLLATE "fr-x-icu", k.id FROM listed k WHERE k.id = :after)
    ORDER BY l.school_name COLLATE "fr-x-icu", l.id
    LIMIT :limit
)
SELECT v.id, v.uai, v.school_name, v.school_type, v.commune_name, v.state,
       f.asked,
       CASE WHEN rendered(v.state) THEN f.conforming ELSE 0 END AS conforming,
       CASE WHEN rendered(v.state) THEN f.partial ELSE 0 END AS partial,
       CASE WHEN rendered(v.state) THEN f.failing ELSE 0 END AS failing,
       CASE WHEN rendered(v.state) THEN f.inapplicable ELSE 0 END AS inapplicable,
       CASE WHEN rendered(v.state) THEN f.unknown ELSE f.answered END AS unknown,
       f.coverage,
       CASE WHEN rendered(v.state) THEN f.conformity END AS conformity
FROM page v
JOIN (
    SELECT t.audit, sum(t.asked) AS asked, sum(t.answered) AS answered, sum(t.conforming) AS conforming,
           sum(t.partial) AS partial, sum(t.failing) AS failing, sum(t.inapplicable) AS inapplicable,
           sum(t.unknown) AS unknown,
           coverage(sum(t.answered), sum(t.asked)) AS coverage,
           conformity(sum(t.held_weight), sum(t.counted_weight)) AS conformity
    FROM tally t WHERE t.campaign = :campaign AND t.audit = ANY(ARRAY(SELECT id FROM page))
    GROUP BY t.audit) f ON f.audit = v.id
ORDER BY v.school_name COLLATE "fr-x-icu", v.id
