-- What last time's answer proposes to a control that has none yet (docs/adr/0018). Nothing is copied: this is its one
-- definition, read when a page shows it. Last time is the latest earlier campaign, closed or not, in which the same school
-- had an audit that is still in its roster, and an answer to the same control: same code, same requirement, word for word.
-- Read with the reader's own rights: an audit that they don't see proposes nothing. Of an audit that was not handed in, a
-- control that has changed hands proposes nothing either: whoever answers it now did not see it then.
CREATE OR REPLACE VIEW last_answer WITH (security_invoker = true) AS
SELECT DISTINCT ON (a.campaign, a.id, k.theme, k.control)
       a.campaign, a.id AS audit, k.theme, k.control, b.id AS of_audit, e.id AS of_campaign, e.name AS of_name,
       w.verdict, w.comment, w.version
FROM audit a
JOIN campaign c ON c.id = a.campaign
JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
JOIN audit b ON b.uai = a.uai AND b.state <> 'REMOVED'
JOIN campaign e ON e.id = b.campaign AND (e.opens_on, e.id) < (c.opens_on, c.id)
JOIN asked_control o ON o.campaign = b.campaign AND o.school_type = b.school_type AND o.control = k.control
JOIN answer w ON w.campaign = b.campaign AND w.audit = b.id AND w.control = k.control AND w.verdict IS NOT NULL
JOIN control present ON present.checklist = c.checklist AND present.code = k.control
JOIN control former ON former.checklist = e.checklist AND former.code = k.control
WHERE former.requirement = present.requirement
  AND (rendered(b.state) OR o.party = k.party)
  AND NOT EXISTS (SELECT FROM answer n
                  WHERE n.campaign = a.campaign AND n.audit = a.id AND n.control = k.control AND n.verdict IS NOT NULL)
ORDER BY a.campaign, a.id, k.theme, k.control, e.opens_on DESC, e.id DESC;

GRANT SELECT ON last_answer TO preau_service;
