-- The units of the State below those in which the person reviews: académies, then departments, by name.
SELECT u.id, u.name
FROM (SELECT 1 AS rank, 'academie-' || a.code AS id, a.name
      FROM academy a
      WHERE :p.nation OR a.region = ANY(:p.regions)
      UNION ALL
      SELECT 2, 'departement-' || d.code, d.name
      FROM department d
      JOIN academy a ON a.code = d.academy
      WHERE :p.nation OR a.region = ANY(:p.regions) OR a.code = ANY(:p.academies)) u
ORDER BY u.rank, u.name COLLATE "fr-x-icu", u.id
