-- Of the audits that one asked to validate together, where each stands for them: the first reason that keeps it.
SELECT a.id AS audit, a.school_name, a.state,
       CASE WHEN a.state <> 'SUBMITTED' THEN 'STATE'
            WHEN a.submitted_by = :by
                 OR EXISTS (SELECT FROM audit_writer w WHERE w.audit = a.id AND w.account = :by AND w.party <> 'ETAT')
            THEN 'OWN'
            WHEN a.base_weak > 0 THEN 'WEAK'
            WHEN EXISTS (SELECT FROM opinion o WHERE o.audit = a.id AND o.round = a.round
                           AND o.kind IN ('RESERVATION', 'CONTESTED')) THEN 'OPINION'
            ELSE 'FOUR_EYES' END AS obstacle
FROM audit a
WHERE a.id = ANY(:ids)
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments))
ORDER BY a.school_name COLLATE "fr-x-icu", a.id
