-- A school of a corrective action: its audit in place, and who the control falls to there, by which sight is decided. Read
-- with the reader's own rights.
CREATE OR REPLACE VIEW action_in_place WITH (security_invoker = true) AS
SELECT s.action, c.control, k.party AS falls_to, v.id, v.campaign, v.campaign_name, v.opens_on, v.closes_on, v.uai,
       v.school_name, v.school_type, v.commune_name, v.department, v.academy, v.region, v.collectivity,
       v.present_collectivity, v.search_text, v.state
FROM action_school s
JOIN corrective_action c ON c.id = s.action
JOIN audit_in_place v ON v.id = s.audit
JOIN asked_control k ON k.campaign = v.campaign AND k.school_type = v.school_type AND k.control = c.control;

GRANT SELECT ON action_in_place TO preau_service;
