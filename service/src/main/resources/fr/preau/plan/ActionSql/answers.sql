-- The answers to one control where one answers: of a campaign, or of the audits that run today in an action's schools.
SELECT v.id, v.campaign, v.campaign_name, v.closes_on, v.uai, v.school_name, v.school_type, v.commune_name, v.department,
       v.academy, v.region, v.collectivity, v.present_collectivity, v.state, k.party AS falls_to, w.verdict, w.comment,
       w.version
FROM audit_in_place v
JOIN asked_control k ON k.campaign = v.campaign AND k.school_type = v.school_type AND k.control = :control
JOIN answer w ON w.campaign = v.campaign AND w.audit = v.id AND w.control = k.control
WHERE v.state <> 'REMOVED' AND w.verdict IS NOT NULL
  AND (CAST(:campaign AS bigint) IS NULL OR v.campaign = :campaign)
  AND (CAST(:action AS bigint) IS NULL
       OR (:today BETWEEN v.opens_on AND v.closes_on
           AND v.uai IN (SELECT a.uai FROM action_school s JOIN audit a ON a.id = s.audit WHERE s.action = :action)))
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies) OR v.department = ANY(:p.departments)
       OR v.uai = ANY(:p.schools) OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
ORDER BY v.school_name COLLATE "fr-x-icu", v.id
