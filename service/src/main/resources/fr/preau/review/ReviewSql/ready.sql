-- The audits to which nothing that their submission needs is missing, for who may submit them; the rest of the rule is
-- with each submission.
SELECT v.id, v.uai, v.school_name, v.commune_name, v.state, left_over.asked, left_over.blank
FROM audit_in_place v
JOIN LATERAL (
    SELECT sum(t.asked) AS asked, sum(t.asked - t.answered) AS blank,
           COALESCE(sum(t.asked - t.answered) FILTER (
               WHERE t.party IN ('PARTAGE', CASE WHEN v.collectivity IS NULL THEN 'ETAT' ELSE 'COLLECTIVITE' END)), 0) AS needed
    FROM tally t WHERE t.campaign = v.campaign AND t.audit = v.id) left_over ON left_over.needed = 0
WHERE v.campaign = :campaign AND v.state = ANY(:from) AND v.opens_on <= :today AND v.closes_on >= :today
  AND (v.present_collectivity = ANY(:p.collectivities) OR v.collectivity = ANY(:p.collectivities)
       OR ((v.present_collectivity IS NULL OR v.collectivity IS NULL)
           AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
                OR v.department = ANY(:p.departments))))
ORDER BY v.school_name COLLATE "fr-x-icu", v.id
LIMIT :limit
