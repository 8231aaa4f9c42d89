-- The schools of an action that one sees, each with its answer in the audit where the weakness was seen. After a sending
-- back the answer as it stands shows to those who answer it alone.
SELECT v.id, v.campaign, v.campaign_name, v.closes_on, v.uai, v.school_name, v.school_type, v.commune_name, v.department,
       v.academy, v.region, v.collectivity, v.present_collectivity, v.state, v.falls_to,
       CASE WHEN v.state <> 'SENT_BACK' OR live.sees THEN w.verdict END AS verdict,
       CASE WHEN v.state <> 'SENT_BACK' OR live.sees THEN w.comment END AS comment,
       COALESCE(w.version, 0) AS version
FROM action_in_place v
LEFT JOIN answer w ON w.campaign = v.campaign AND w.audit = v.id AND w.control = v.control
CROSS JOIN LATERAL (
    SELECT v.uai = ANY(:own.schools) OR v.present_collectivity = ANY(:own.collectivities)
           OR (v.collectivity = ANY(:own.collectivities) AND v.closes_on >= :today)
           OR ((:state.nation OR v.region = ANY(:state.regions) OR v.academy = ANY(:state.academies)
                OR v.department = ANY(:state.departments))
               AND (v.falls_to IN ('ETAT', 'PARTAGE') OR v.present_collectivity IS NULL
                    OR (v.collectivity IS NULL AND v.closes_on >= :today))) AS sees) live
WHERE v.action = :id
  AND (live.sees
       OR ((:state.nation OR v.region = ANY(:state.regions) OR v.academy = ANY(:state.academies)
            OR v.department = ANY(:state.departments)
            OR :judge.nation OR v.region = ANY(:judge.regions) OR v.academy = ANY(:judge.academies)
            OR v.department = ANY(:judge.departments))
           AND v.state IN ('SUBMITTED', 'VALIDATED', 'SENT_BACK')))
ORDER BY v.school_name COLLATE "fr-x-icu", v.id
