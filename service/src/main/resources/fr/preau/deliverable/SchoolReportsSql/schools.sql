-- The audits of a collectivity, by the one fixed at their opening, that lie where the person sees schools by name: by the
-- school's present collectivity, and by that fixed one until the campaign is closed.
SELECT a.id, a.uai, a.school_name, a.commune_name, a.state
FROM audit a
WHERE a.campaign = :campaign AND a.state <> 'REMOVED' AND a.collectivity = :collectivity
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
       OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                            WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
       OR (a.collectivity = ANY(:p.collectivities)
           AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
ORDER BY a.uai
