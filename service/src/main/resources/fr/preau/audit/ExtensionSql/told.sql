-- Extensions of a campaign that touch a unit: its own, those of the units that it lies in, and those of parts of it, as far
-- as these lie in the reader's units. A part is one by its audits.
SELECT e.unit, u.name AS unit_name, e.closes_on, e.reason, e.at, n.name AS author_name
FROM campaign_extension e
LEFT JOIN unit u ON u.id = e.unit
LEFT JOIN account n ON n.id = e.account
WHERE e.campaign = :campaign
  AND (EXISTS (SELECT FROM lineage(:unit) AS above (id) WHERE above.id = e.unit)
       OR EXISTS (
           SELECT FROM audit a
           WHERE a.campaign = :campaign
             AND e.unit IN ('region-' || a.region, 'academie-' || a.academy, 'departement-' || a.department,
                            'collectivite-' || a.collectivity, 'etablissement-' || a.uai)
             AND :unit IN ('nation', 'region-' || a.region, 'academie-' || a.academy, 'departement-' || a.department,
                           'collectivite-' || a.collectivity)
             AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                  OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities)
                  OR a.uai = ANY(:p.schools))))
ORDER BY e.id DESC
LIMIT 100
