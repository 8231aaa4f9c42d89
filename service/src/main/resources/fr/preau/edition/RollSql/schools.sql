-- Sight is of the audit, as it is now: whoever has lost one school sees one row less, and is shown none.
SELECT f.audit, f.uai, f.name, f.school_type, f.commune, f.state, f.coverage, f.conformity, f.base_conformity, f.weakest
FROM frozen_school f
JOIN audit a ON a.id = f.audit
WHERE f.snapshot = :snapshot
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
       OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                            WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
       OR (a.collectivity = ANY(:p.collectivities)
           AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
ORDER BY f.uai
