-- What waits for a reviewer, oldest submission first; keyset.
-- The audit that the list goes on from is looked for where the reviewer sees: another one would tell where it stands.
SELECT a.id FROM audit a
WHERE a.state = 'SUBMITTED'
  AND (CAST(:after AS bigint) IS NULL
       OR (a.submitted_at, a.id) > (
           SELECT k.submitted_at, k.id FROM audit k
           WHERE k.id = :after
             AND (:p.nation OR k.region = ANY(:p.regions) OR k.academy = ANY(:p.academies)
                  OR k.department = ANY(:p.departments))))
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments))
  AND (CAST(:campaign AS bigint) IS NULL OR a.campaign = :campaign)
  AND (:w.nation OR a.region = ANY(:w.regions) OR a.academy = ANY(:w.academies)
       OR a.department = ANY(:w.departments) OR a.collectivity = ANY(:w.collectivities))
ORDER BY a.submitted_at, a.id
LIMIT :limit
