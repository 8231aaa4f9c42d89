-- Becomes the unit's own as it stands, for the schools that have it: « all » of the former's are some of the unit's. By a
-- label it stays so, as the label goes along. No answer is written.
UPDATE shared_answer s
SET owner = :unit, taken_from = s.owner, label = g.label,
    set_kind = CASE WHEN g.label IS NULL THEN 'LIST' ELSE 'LABEL' END,
    set_value = CASE WHEN g.label IS NULL THEN list_digest(g.schools) ELSE s.set_value END,
    schools = CASE WHEN g.label IS NULL THEN g.schools ELSE '{}' END
FROM (
    SELECT w.shared, l.id AS label, array_agg(v.uai ORDER BY v.uai) AS schools
    FROM shared_answer o
    JOIN answer w ON w.campaign = o.campaign AND w.control = o.control AND w.shared = o.id
    JOIN audit_in_place v ON v.id = w.audit AND v.state <> 'REMOVED'
    LEFT JOIN school_label l ON l.id = o.label AND l.deleted_at IS NULL
    WHERE o.id = ANY(:chosen) AND o.owner <> :unit
      AND (v.present_collectivity = ANY(:p.collectivities)
           OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
    GROUP BY w.shared, l.id
) g
WHERE s.id = g.shared
