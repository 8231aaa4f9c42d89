-- Without effect, with a reason; or, of a school that a complete file no longer holds, by closing it, which is the State's
-- to say. outcome IS NULL is the lock: of two people the second finds nothing.
UPDATE pending_decision q
SET outcome = CASE WHEN :o.closes THEN 'ACCEPTED' ELSE 'REFUSED' END, reason = :o.reason, decided_at = :at,
    decided_by = :account
WHERE q.id = ANY(:questions) AND q.kind = :kind AND q.outcome IS NULL
  AND (:p.nation
       OR (q.kind = 'MERGED' AND q.collectivity = ANY(:p.collectivities) AND q.successor = ANY(:p.collectivities))
       OR EXISTS (SELECT FROM school_placement s
                  WHERE s.uai = q.uai
                    AND (s.region = ANY(:p.regions) OR s.academy = ANY(:p.academies)
                         OR s.department = ANY(:p.departments)
                         OR (NOT :o.closes AND (s.collectivity = ANY(:p.collectivities) OR s.uai = ANY(:p.schools))))))
RETURNING q.id,
    CASE WHEN q.uai IS NULL THEN 'collectivite-' || q.collectivity ELSE 'etablissement-' || q.uai END AS unit
