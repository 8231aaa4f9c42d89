-- Keyset on (name, id): any part of a long grid costs the same.
WITH listed AS (
    SELECT v.id, v.school_name
    FROM audit_in_place v
    WHERE v.campaign = :campaign
      AND (CAST(:f.state AS text) IS NULL AND v.state <> 'REMOVED' OR v.state = :f.state)
      AND (CAST(:f.type AS text) IS NULL OR v.school_type = :f.type)
      AND (CAST(:f.commune AS text) IS NULL OR v.commune = :f.commune)
      AND (CAST(:f.label AS bigint) IS NULL
           OR v.uai IN (SELECT m.uai FROM school_label_member m JOIN school_label l ON l.id = m.label
                        WHERE l.id = CAST(:f.label AS bigint) AND l.owner = ANY(:owners) AND l.deleted_at IS NULL))
      AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
           OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
           OR v.present_collectivity = ANY(:p.collectivities)
           OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
)
SELECT v.id, v.campaign, v.campaign_name, v.opens_on, v.closes_on, v.checklist, v.uai, v.school_name, v.school_type,
       v.commune_name, v.department, v.academy, v.academy_name, v.region, v.collectivity, v.collectivity_name,
       v.present_collectivity, v.state, v.round, v.submitted_at, v.submitted_by, v.read_at, v.judged_at, v.judged_by
FROM listed
JOIN audit_in_place v ON v.id = listed.id
WHERE CAST(:after AS bigint) IS NULL
   OR (listed.school_name COLLATE "fr-x-icu", listed.id)
      > (SELECT k.school_name COLLATE "fr-x-icu", k.id FROM listed k WHERE k.id = :after)
ORDER BY listed.school_name COLLATE "fr-x-icu", listed.id
LIMIT :limit
