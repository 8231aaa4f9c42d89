-- A theme in the audits of a campaign that take answers, where one answers: who its controls fall to, what is left.
SELECT v.id, v.campaign, v.closes_on, v.uai, v.school_name, v.commune_name, v.department, v.academy, v.region,
       v.collectivity, v.present_collectivity, t.parties, t.unanswered, g.id AS given, n.name AS given_to
FROM audit_in_place v
CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT c.party ORDER BY c.party) AS parties, count(*) - count(c.verdict) AS unanswered
    FROM audit_cell c WHERE c.campaign = v.campaign AND c.audit = v.id AND c.theme = :theme) t
LEFT JOIN assignment g ON g.audit = v.id AND g.theme = :theme AND g.ended_at IS NULL
LEFT JOIN account n ON n.id = g.assignee
WHERE v.campaign = :campaign AND t.parties IS NOT NULL AND v.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK')
  AND :today BETWEEN v.opens_on AND v.closes_on
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies) OR v.department = ANY(:p.departments)
       OR v.uai = ANY(:p.schools) OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
ORDER BY v.school_name COLLATE "fr-x-icu", v.id
