INSERT INTO collectivity (code, kind, name, fictitious)
SELECT a.target, 'COMMUNE',
       COALESCE(mode() WITHIN GROUP (ORDER BY a.owner_name), a.target),
       bool_and(a.uai LIKE '8%')
FROM arrival a
WHERE a.target IS NOT NULL AND NOT EXISTS (SELECT 1 FROM collectivity c WHERE c.code = a.target)
GROUP BY a.target
