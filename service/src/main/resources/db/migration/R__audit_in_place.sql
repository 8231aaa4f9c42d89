-- An audit with its days, the last one extended or not, and the school's collectivity of now, by which sight follows a school that moves.
-- Read with the reader's own rights, so that the rows' policies hold behind it.
CREATE OR REPLACE VIEW audit_in_place WITH (security_invoker = true) AS
SELECT a.id, a.campaign, c.name AS campaign_name, c.opens_on,
       CASE WHEN c.extended_to IS NULL THEN c.closes_on
            ELSE greatest(c.closes_on, extended_to(a.campaign, a.region, a.academy, a.department, a.collectivity, a.uai))
       END AS closes_on, c.checklist, a.uai, a.school_name,
       a.school_type, a.commune, a.commune_name, a.department, a.academy, ac.name AS academy_name, a.region,
       a.collectivity, co.name AS collectivity_name, sc.collectivity AS present_collectivity, a.search_text,
       a.state, a.round, a.submitted_at, a.submitted_by, a.read_at, a.judged_at, a.judged_by
FROM audit a
JOIN campaign c ON c.id = a.campaign
JOIN academy ac ON ac.code = a.academy
LEFT JOIN collectivity co ON co.code = a.collectivity
LEFT JOIN school_collectivity sc ON sc.uai = a.uai AND sc.to_day IS NULL;

GRANT SELECT ON audit_in_place TO preau_service;
