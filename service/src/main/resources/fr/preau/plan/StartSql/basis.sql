-- The audits that the ranking is made of, beside those that the unit expects: by the very conditions of ranking.sql.
SELECT count(*) AS expected,
       count(*) FILTER (WHERE b.live OR (b.handed_in AND b.seen)) AS counted,
       count(*) FILTER (WHERE b.live) AS live
FROM (
    SELECT rendered(a.state) AS handed_in,
           :open AND (a.uai = ANY(:own.schools) OR a.collectivity = ANY(:own.collectivities)
                      OR (a.collectivity IS NULL
                          AND (:state.nation OR a.region = ANY(:state.regions) OR a.academy = ANY(:state.academies)
                               OR a.department = ANY(:state.departments)))) AS live,
           (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies) OR a.department = ANY(:p.departments)
            OR a.collectivity = ANY(:p.collectivities) OR a.uai = ANY(:p.schools)) AS seen
    FROM audit a
    WHERE a.campaign = :campaign AND a.state <> 'REMOVED'
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies) OR a.department = ANY(:u.departments)
           OR a.collectivity = ANY(:u.collectivities) OR a.uai = ANY(:u.schools))) b
