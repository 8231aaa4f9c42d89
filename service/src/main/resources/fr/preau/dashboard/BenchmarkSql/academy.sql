SELECT 'academie-' || a.code AS id, a.name, 'region-' || a.region AS parent
FROM academy a
WHERE a.code = COALESCE(
    CASE WHEN :kind = 'ACADEMY' THEN :code END,
    (SELECT d.academy FROM department d WHERE :kind = 'DEPARTMENT' AND d.code = :code),
    (SELECT s.academy FROM school_placement s WHERE :kind = 'SCHOOL' AND s.uai = :code),
    (SELECT s.academy FROM school_placement s WHERE :kind = 'COLLECTIVITY' AND s.collectivity = :code
     GROUP BY s.academy ORDER BY count(*) DESC, s.academy LIMIT 1))
