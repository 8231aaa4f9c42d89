-- The audits of a selection within the person's perimeter, or those of some schools, by name.
SELECT v.id, v.campaign, v.campaign_name, v.opens_on, v.closes_on, v.checklist, v.uai, v.school_name, v.school_type,
       v.commune_name, v.department, v.academy, v.academy_name, v.region, v.collectivity, v.collectivity_name,
       v.present_collectivity, v.state, v.round, v.submitted_at, v.submitted_by, v.read_at, v.judged_at, v.judged_by
FROM audit_in_place v
WHERE v.campaign = :s.campaignId AND v.state = ANY(:s.states)
  AND (:s.type = '' OR v.school_type = :s.type)
  AND (:s.commune = '' OR v.commune = :s.commune)
  AND (CAST(:s.labelId AS bigint) IS NULL OR v.uai IN (
       SELECT m.uai FROM school_label_member m JOIN school_label l ON l.id = m.label
       WHERE l.id = :s.labelId AND l.owner = ANY(:owners) AND l.deleted_at IS NULL))
  AND (CAST(:schools AS text[]) IS NULL OR v.uai = ANY(:schools))
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
       OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
ORDER BY v.school_name COLLATE "fr-x-icu", v.id
LIMIT :limit
