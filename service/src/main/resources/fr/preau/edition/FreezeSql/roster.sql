-- Who takes part, and who has rendered: by department, type and collectivity.
SELECT a.academy, a.department, a.school_type, COALESCE(a.collectivity, '') AS collectivity, count(*) AS expected,
       count(*) FILTER (WHERE rendered(a.state)) AS schools
FROM audit a
WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
  AND (:u.nation OR a.academy = ANY(:u.academies) OR a.collectivity = ANY(:u.collectivities))
GROUP BY a.academy, a.department, a.school_type, a.collectivity
ORDER BY a.department, a.school_type, collectivity
