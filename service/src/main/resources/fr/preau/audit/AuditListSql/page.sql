-- One page of a campaign's audits, what waits first; keyset on (waiting, name, id), so that any page costs the same.
WITH listed AS (
    SELECT v.id, v.school_name,
           array_position(ARRAY['SENT_BACK', 'IN_PROGRESS', 'TO_DO', 'SUBMITTED', 'VALIDATED', 'REMOVED'], v.state)
               AS waiting
    FROM audit_in_place v
    WHERE v.campaign = :campaign
      AND (CAST(:f.state AS text) IS NULL AND v.state <> 'REMOVED' OR v.state = :f.state)
      AND v.search_text LIKE ALL (:f.patterns)
      AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
           OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
           OR v.present_collectivity = ANY(:p.collectivities)
           OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
),
page AS (
    SELECT l.id, l.school_name, l.waiting FROM listed l
    WHERE CAST(:after AS bigint) IS NULL
       OR (l.waiting, l.school_name COLLATE "fr-x-icu", l.id)
          > (SELECT k.waiting, k.school_name COLLATE "fr-x-icu", k.id FROM listed k WHERE k.id = :after)
    ORDER BY l.waiting, l.school_name COLLATE "fr-x-icu", l.id
    LIMIT :limit
)
SELECT v.id, v.campaign, v.campaign_name, v.uai, v.school_name, v.school_type, v.commune_name, v.collectivity,
       v.collectivity_name, v.present_collectivity, v.state, v.round, v.submitted_at,
       CASE WHEN v.state = 'SENT_BACK'
            THEN (SELECT count(*) FROM review_reason r WHERE r.audit = v.id AND r.round = v.round) ELSE 0 END AS reasons,
       (SELECT max(w.at) FROM answer w WHERE w.campaign = v.campaign AND w.audit = v.id) AS last_at,
       f.asked, f.conforming, f.partial, f.failing, f.inapplicable, f.unknown, f.coverage, f.conformity
FROM page
JOIN audit_in_place v ON v.id = page.id
CROSS JOIN LATERAL (
    SELECT sum(t.asked) AS asked, sum(t.conforming) AS conforming, sum(t.partial) AS partial, sum(t.failing) AS failing,
       sum(t.inapplicable) AS inapplicable, sum(t.unknown) AS unknown,
       coverage(sum(t.answered), sum(t.asked)) AS coverage,
       conformity(sum(t.held_weight), sum(t.counted_weight)) AS conformity
    FROM tally t WHERE t.campaign = v.campaign AND t.audit = v.id) f
ORDER BY page.waiting, page.school_name COLLATE "fr-x-icu", page.id
