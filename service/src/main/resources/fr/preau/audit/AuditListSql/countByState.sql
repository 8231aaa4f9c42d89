-- How many audits of the reader's stand in each state, of the unit u and of a collectivity's or late ones alone: what
-- page.sql lists, whatever the state.
SELECT a.state, count(*) AS audits
FROM audit a
WHERE a.campaign = :campaign
  AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
       OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities)
       OR a.uai = ANY(:u.schools))
  AND (CAST(:f.collectivity AS text) IS NULL OR COALESCE(a.collectivity, '') = :f.collectivity)
  AND (NOT :f.late
       OR ((SELECT c.closes_on < :today FROM campaign c WHERE c.id = :campaign)
           AND a.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK')
           AND COALESCE(extended_to(a.campaign, a.region, a.academy, a.department, a.collectivity, a.uai),
                        '-infinity') < :today))
  AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
       OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
       OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                            WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
       OR (a.collectivity = ANY(:p.collectivities)
           AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
GROUP BY a.state
