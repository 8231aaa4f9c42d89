-- The campaigns that count audits of the unit, newest first.
SELECT c.id, c.name, c.opens_on, c.closes_on, c.checklist
FROM campaign c
WHERE c.opened_at IS NOT NULL
  AND EXISTS (
      SELECT FROM audit a
      WHERE a.campaign = c.id
        AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
             OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities))
        AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
             OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities)))
ORDER BY c.opens_on DESC, c.id DESC
