-- A unit by its name, when the reader's units reach it. A collectivity is also seen by who sees where one of its schools
-- lies in the State's tree; one that was replaced, by who sees there a school that it had, and by who has its successor.
-- No row for what lies outside, like for what does not exist.
SELECT u.id, u.name, u.parent
FROM unit u
LEFT JOIN department d ON u.kind = 'DEPARTMENT' AND d.code = u.code
LEFT JOIN academy a ON a.code = CASE u.kind WHEN 'ACADEMY' THEN u.code ELSE d.academy END
WHERE u.kind = :kind AND u.code = :code AND u.kind <> 'SCHOOL'
  AND (:p.nation
       OR (u.kind = 'REGION' AND u.code = ANY(:p.regions))
       OR a.region = ANY(:p.regions) OR a.code = ANY(:p.academies) OR d.code = ANY(:p.departments)
       OR (u.kind = 'COLLECTIVITY'
           AND (u.code = ANY(:p.collectivities)
                OR EXISTS (SELECT FROM school_placement s
                           WHERE s.collectivity = u.code
                             AND (s.region = ANY(:p.regions) OR s.academy = ANY(:p.academies)
                                  OR s.department = ANY(:p.departments)))
                OR (EXISTS (SELECT FROM collectivity c WHERE c.code = u.code AND c.succeeded_by IS NOT NULL)
                    AND (EXISTS (SELECT FROM lineage(u.id) AS above (id)
                                 WHERE above.id LIKE 'collectivite-%' AND substr(above.id, 14) = ANY(:p.collectivities))
                         OR EXISTS (SELECT FROM school_collectivity k JOIN school_placement s ON s.uai = k.uai
                                    WHERE k.collectivity = u.code AND k.to_day IS NOT NULL
                                      AND (s.region = ANY(:p.regions) OR s.academy = ANY(:p.academies)
                                           OR s.department = ANY(:p.departments))))))))
