-- Holds the audits of a set still, and every save on them, in the order of their ids, so that nobody waits in a ring.
-- Only their own rows: what lies beside them is read, not held.
SELECT a.id
FROM audit a
WHERE a.id = ANY(ARRAY(
    SELECT c.id
    FROM shared_cell c
    WHERE c.campaign = :q.campaign AND c.control = :q.control
      AND (:p.nation OR c.region = ANY(:p.regions) OR c.academy = ANY(:p.academies) OR c.department = ANY(:p.departments)
           OR c.present_collectivity = ANY(:p.collectivities)
           OR (c.collectivity = ANY(:p.collectivities) AND c.closes_on >= :today))
      AND CASE CAST(:q.kind AS text) WHEN 'ALL' THEN true WHEN 'TYPE' THEN c.school_type = :q.value
          WHEN 'COMMUNE' THEN c.commune = :q.value ELSE c.uai = ANY(:q.schools) END))
ORDER BY a.id
FOR NO KEY UPDATE
