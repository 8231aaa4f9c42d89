-- How many schools of a set stand where beside the shared answer that is given.
SELECT shared_stand(c.state, c.verdict, c.comment, c.follows, c.shared,
                    CAST(:q.shared AS bigint), CAST(:q.verdict AS text), CAST(:q.comment AS text)) AS stand,
       count(*) AS schools
FROM shared_cell c
WHERE c.campaign = :q.campaign AND c.control = :q.control
  AND (:p.nation OR c.region = ANY(:p.regions) OR c.academy = ANY(:p.academies) OR c.department = ANY(:p.departments)
       OR c.present_collectivity = ANY(:p.collectivities)
       OR (c.collectivity = ANY(:p.collectivities) AND c.closes_on >= :today))
  AND CASE CAST(:q.kind AS text) WHEN 'ALL' THEN true WHEN 'TYPE' THEN c.school_type = :q.value
      WHEN 'COMMUNE' THEN c.commune = :q.value ELSE c.uai = ANY(:q.schools) END
  AND answers_as(:q.owner, c.department, c.academy, c.region, c.present_collectivity, c.collectivity, c.falls_to) IS NOT NULL
GROUP BY 1
