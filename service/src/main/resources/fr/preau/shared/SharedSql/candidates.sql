-- The schools of a set within the owner's perimeter that are asked the control, with what is answered there now.
SELECT v.id, v.uai, v.school_name, v.school_type, v.commune, v.commune_name, v.department, v.academy, v.region, v.collectivity,
       v.present_collectivity, v.state, k.party AS falls_to, w.verdict, w.comment, COALESCE(w.version, 0) AS version,
       w.shared, COALESCE(w.shared_version = w.version, false) AS follows, n.name AS author_name
FROM audit_in_place v
JOIN asked_control k ON k.campaign = v.campaign AND k.school_type = v.school_type AND k.control = :control
LEFT JOIN answer w ON w.campaign = v.campaign AND w.audit = v.id AND w.control = k.control
LEFT JOIN account n ON n.id = w.author
WHERE v.campaign = :campaign AND v.state <> 'REMOVED'
  AND (CAST(:among AS bigint[]) IS NULL OR v.id = ANY(:among))
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies) OR v.department = ANY(:p.departments)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
  AND CASE CAST(:set.kind AS text)
      WHEN 'ALL' THEN true
      WHEN 'TYPE' THEN v.school_type = :set.value
      WHEN 'COMMUNE' THEN v.commune = :set.value
      WHEN 'LABEL' THEN v.uai IN (SELECT m.uai FROM school_label_member m JOIN school_label l ON l.id = m.label
                                     WHERE l.id = CAST(:set.label AS bigint) AND l.deleted_at IS NULL)
      ELSE v.uai = ANY(:set.schools) END
ORDER BY v.school_name COLLATE "fr-x-icu", v.id
