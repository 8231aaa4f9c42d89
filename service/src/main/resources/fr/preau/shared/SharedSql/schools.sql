-- One page of the schools of a set for which the owner answers, by name; keyset on (name, id).
SELECT s.id, s.uai, s.school_name, s.school_type, s.commune_name, s.state, s.verdict, s.comment, n.name AS author_name,
       s.fate, s.stand
FROM (
    SELECT c.id, c.uai, c.school_name, c.school_type, c.commune_name, c.state, c.verdict, c.comment, c.author,
           shared_fate(c.state, c.verdict, c.comment, c.follows, c.shared,
                       CAST(:q.shared AS bigint), CAST(:q.verdict AS text), CAST(:q.comment AS text)) AS fate,
           shared_stand(c.state, c.verdict, c.comment, c.follows, c.shared,
                        CAST(:q.shared AS bigint), CAST(:q.verdict AS text), CAST(:q.comment AS text)) AS stand
    FROM shared_cell c
    WHERE c.campaign = :q.campaign AND c.control = :q.control
      AND (:p.nation OR c.region = ANY(:p.regions) OR c.academy = ANY(:p.academies) OR c.department = ANY(:p.departments)
           OR c.present_collectivity = ANY(:p.collectivities)
           OR (c.collectivity = ANY(:p.collectivities) AND c.closes_on >= :today))
      AND CASE CAST(:q.kind AS text) WHEN 'ALL' THEN true WHEN 'TYPE' THEN c.school_type = :q.value
          WHEN 'COMMUNE' THEN c.commune = :q.value ELSE c.uai = ANY(:q.schools) END
      AND answers_as(:q.owner, c.department, c.academy, c.region, c.present_collectivity, c.collectivity, c.falls_to) IS NOT NULL
      AND (CAST(:after AS bigint) IS NULL OR (c.school_name COLLATE "fr-x-icu", c.id)
           > (SELECT k.school_name COLLATE "fr-x-icu", k.id FROM audit k WHERE k.id = :after))) AS s
LEFT JOIN account n ON n.id = s.author
WHERE CAST(:only AS text) IS NULL OR s.stand = :only
ORDER BY s.school_name COLLATE "fr-x-icu", s.id
LIMIT :limit
