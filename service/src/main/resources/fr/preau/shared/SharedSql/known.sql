-- How many of the schools are the owner's, or of any school when none is named; counted no further than asked.
SELECT count(*) FROM (
    SELECT v.id
    FROM audit_in_place v
    WHERE v.campaign = :campaign AND v.state <> 'REMOVED'
      AND (cardinality(:schools) = 0 OR v.uai = ANY(:schools))
      AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
           OR v.department = ANY(:p.departments) OR v.present_collectivity = ANY(:p.collectivities)
           OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
    LIMIT :most) AS found
