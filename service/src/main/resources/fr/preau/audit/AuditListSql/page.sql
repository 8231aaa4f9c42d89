-- One page of a campaign's audits, what waits first; keyset on (waiting, name, id), so that any page costs the same. The
-- perimeter names columns of audit alone: each of its parts is then looked up in an index of its own.
WITH named AS NOT MATERIALIZED (
    SELECT a.id, a.waiting, a.school_name FROM audit a
    WHERE a.campaign = :campaign
      AND (CAST(:f.state AS text) IS NULL AND a.state <> 'REMOVED' OR a.state = :f.state)
      AND a.search_text LIKE ALL (:f.patterns)
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities)
           OR a.uai = ANY(:u.schools))
      AND (NOT :f.late
           OR ((SELECT c.closes_on < :today FROM campaign c WHERE c.id = :campaign)
               AND a.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK')
               AND COALESCE(extended_to(a.campaign, a.region, a.academy, a.department, a.collectivity, a.uai),
                            '-infinity') < :today))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
           OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                                WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
           OR (a.collectivity = ANY(:p.collectivities)
               AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
),
start AS MATERIALIZED (
    SELECT CAST(0 AS smallint) AS waiting, '' AS school_name, CAST(0 AS bigint) AS id WHERE CAST(:after AS bigint) IS NULL
    UNION ALL
    SELECT k.waiting, k.school_name, k.id FROM named k WHERE k.id = :after
),
page AS MATERIALIZED (
    SELECT l.id, l.school_name, l.waiting FROM named l
    WHERE (l.waiting, l.school_name COLLATE "fr-x-icu", l.id)
          > ((SELECT waiting FROM start), (SELECT school_name COLLATE "fr-x-icu" FROM start), (SELECT id FROM start))
    ORDER BY l.waiting, l.school_name COLLATE "fr-x-icu", l.id
    LIMIT :limit
)
SELECT v.id, v.campaign, v.campaign_name, v.uai, v.school_name, v.school_type, v.commune_name, v.collectivity,
       v.collectivity_name, v.present_collectivity, v.state, v.round, v.submitted_at,
       CASE WHEN v.state = 'SENT_BACK'
            THEN (SELECT count(*) FROM review_reason r WHERE r.audit = v.id AND r.round = v.round) ELSE 0 END AS reasons,
       -- A length says nothing of rows, and keeps their number low in the planner's mind: it then asks answer's policy of
       -- each, where it would first read all audits of the country to ask it of many.
       (SELECT max(w.at) FROM answer w
        WHERE w.campaign = v.campaign AND w.audit = v.id AND length(w.control) > 0) AS last_at,
       t.asked, t.conforming, t.partial, t.failing, t.inapplicable, t.unknown,
       coverage(t.answered, t.asked) AS coverage, conformity(t.held_weight, t.counted_weight) AS conformity
FROM page
JOIN audit_in_place v ON v.id = page.id
JOIN audit_total t ON t.campaign = :campaign AND t.audit = page.id AND t.audit = ANY(ARRAY(SELECT id FROM page))
ORDER BY page.waiting, page.school_name COLLATE "fr-x-icu", page.id
