-- What the school answered last time to the controls that it is asked now: same code, same requirement, word for word, in
-- the audit that the queue's « évolution » compares with, where the reviewer sees it.
SELECT w.control, w.verdict
FROM audit a
JOIN audit b ON b.id = rendered_before(a.uai, a.campaign)
  AND (:p.nation OR b.region = ANY(:p.regions) OR b.academy = ANY(:p.academies) OR b.department = ANY(:p.departments))
JOIN campaign c ON c.id = a.campaign
JOIN campaign e ON e.id = b.campaign
JOIN asked_control k ON k.campaign = a.campaign AND k.school_type = a.school_type
JOIN answer w ON w.campaign = b.campaign AND w.audit = b.id AND w.control = k.control AND w.verdict IS NOT NULL
JOIN control present ON present.checklist = c.checklist AND present.code = k.control
JOIN control former ON former.checklist = e.checklist AND former.code = k.control
WHERE a.id = :id AND former.requirement = present.requirement
