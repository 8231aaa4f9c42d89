-- What a list tells of the audits that page.sql has found, in that order.
SELECT v.id, v.campaign, v.campaign_name, v.uai, v.school_name, v.school_type, v.commune_name, v.collectivity,
       v.collectivity_name, v.present_collectivity, v.state, v.round, v.submitted_at,
       CASE WHEN v.state = 'SENT_BACK'
            THEN (SELECT count(*) FROM review_reason r WHERE r.audit = v.id AND r.round = v.round) ELSE 0 END AS reasons,
       -- A length says nothing of rows, and keeps their number low in the planner's mind: it then asks answer's policy of
       -- each, where it would first read all audits of the country to ask it of many.
       (SELECT max(w.at) FROM answer w
        WHERE w.campaign = :campaign AND w.audit = v.id AND length(w.control) > 0) AS last_at,
       t.asked, t.conforming, t.partial, t.failing, t.inapplicable, t.unknown,
       coverage(t.answered, t.asked) AS coverage, conformity(t.held_weight, t.counted_weight) AS conformity
FROM audit_in_place v
JOIN audit_total t ON t.campaign = :campaign AND t.audit = v.id AND t.audit = ANY(:audits)
WHERE v.id = ANY(:audits)
ORDER BY array_position(CAST(:audits AS bigint[]), v.id)
