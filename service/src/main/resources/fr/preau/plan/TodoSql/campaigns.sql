-- What is to be filled in, campaign by campaign, in those that run today; the one that closes first, first. What is missing
-- is read from the kept whole of each audit, where one answers every control: for a collectivity alone.
SELECT v.campaign, v.campaign_name, v.closes_on,
       count(*) FILTER (WHERE v.state = 'SENT_BACK') AS back,
       count(*) FILTER (WHERE v.state = 'IN_PROGRESS') AS begun,
       count(*) FILTER (WHERE v.state = 'TO_DO') AS untouched,
       COALESCE(sum(t.asked - t.answered) FILTER (
           WHERE v.present_collectivity = ANY(:p.collectivities) OR v.collectivity = ANY(:p.collectivities)), 0) AS "left"
FROM audit_in_place v
JOIN audit_total t ON t.audit = v.id
WHERE :today BETWEEN v.opens_on AND v.closes_on AND v.state IN ('SENT_BACK', 'IN_PROGRESS', 'TO_DO')
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies) OR v.department = ANY(:p.departments)
       OR v.uai = ANY(:p.schools) OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
GROUP BY v.campaign, v.campaign_name, v.closes_on
ORDER BY v.closes_on, v.campaign
