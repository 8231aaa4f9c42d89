-- What last time's answers propose to these audits: a theme of them, or all. The perimeter is asked of the earlier audit,
-- which may lie elsewhere; the present one was found by its own.
SELECT l.audit, l.theme, l.control, l.of_campaign, l.of_name, l.verdict, l.comment, l.version
FROM last_answer l
JOIN audit_in_place v ON v.id = l.of_audit
WHERE l.campaign = :campaign AND l.audit = ANY(:audits)
  AND (CAST(:theme AS text) IS NULL OR l.theme = :theme)
  AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
       OR v.department = ANY(:p.departments) OR v.uai = ANY(:p.schools)
       OR v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today))
ORDER BY l.audit, l.control
