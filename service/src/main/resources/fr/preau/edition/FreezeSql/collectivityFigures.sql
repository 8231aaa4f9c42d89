-- As figures, of a collectivity: from the answers of its own schools.
SELECT a.academy, a.department, a.school_type, '' AS collectivity, c.control, c.theme, c.level, count(*) AS asked,
       count(*) FILTER (WHERE c.verdict = 'CONFORME') AS conforming,
       count(*) FILTER (WHERE c.verdict = 'PARTIEL') AS partial,
       count(*) FILTER (WHERE c.verdict = 'NON_CONFORME') AS failing,
       count(*) FILTER (WHERE c.verdict = 'NON_APPLICABLE') AS inapplicable,
       count(*) FILTER (WHERE c.verdict = 'NE_SAIT_PAS') AS unknown,
       COALESCE(sum(c.weight) FILTER (WHERE c.verdict IS DISTINCT FROM 'NON_APPLICABLE'), 0) AS counted_weight,
       sum(c.weight * twice_held(c.verdict)) AS held_weight
FROM audit a
JOIN audit_cell c ON c.campaign = a.campaign AND c.audit = a.id
WHERE a.campaign = :campaign AND rendered(a.state) AND a.collectivity = ANY(:u.collectivities)
GROUP BY a.academy, a.department, a.school_type, c.control, c.theme, c.level
ORDER BY a.department, a.school_type, c.control
