-- The schools of a sample, with how often what was seen agrees with what was declared.
SELECT d.audit, a.uai, a.school_name, a.commune_name, co.name AS collectivity_name, d.stratum, d.schools, d.version,
       count(g.control) FILTER (WHERE g.declared = g.verdict) AS agreed,
       count(g.control) FILTER (WHERE g.declared IS NOT NULL) AS seen
FROM sample_school d
JOIN audit a ON a.id = d.audit
LEFT JOIN collectivity co ON co.code = a.collectivity
LEFT JOIN sighting g ON g.sample = d.sample AND g.audit = d.audit
WHERE d.sample = :sample
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments))
GROUP BY d.audit, a.uai, a.school_name, a.commune_name, co.name, d.stratum, d.schools, d.version
ORDER BY d.stratum, a.school_name COLLATE "fr-x-icu", d.audit
