-- The shared answers of somebody's units that stand: one of them, or those of a campaign.
SELECT s.id, s.campaign, s.owner, s.control, s.set_kind, s.set_value, s.schools, s.verdict, s.comment, s.edition,
       s.changed_at, s.changed_by, n.name AS changed_by_name,
       COALESCE(l.name, (SELECT min(a.commune_name) FROM audit a
                         WHERE s.set_kind = 'COMMUNE' AND a.campaign = s.campaign AND a.commune = s.set_value)) AS set_name,
       EXISTS (SELECT FROM shared_application p WHERE p.shared = s.id) AS undoable,
       CASE WHEN s.taken_from IS NOT NULL THEN owner_name(s.taken_from) END AS taken_from_name,
       (SELECT count(*) FROM answer w
        WHERE w.shared = s.id AND w.campaign = s.campaign AND w.shared_version = w.version) AS followers
FROM shared_answer s
LEFT JOIN school_label l ON l.id = s.label
LEFT JOIN account n ON n.id = s.changed_by
WHERE s.owner = ANY(:owners)
  AND (CAST(:id AS bigint) IS NULL OR s.id = :id)
  AND (CAST(:campaign AS bigint) IS NULL OR s.campaign = :campaign)
ORDER BY s.control, array_position(ARRAY['ALL', 'TYPE', 'COMMUNE', 'LABEL', 'LIST'], s.set_kind), s.id
