UPDATE collectivity c SET name = named.name
FROM (SELECT target, mode() WITHIN GROUP (ORDER BY owner_name) AS name
      FROM arrival WHERE type = 'ECOLE' AND owner_name IS NOT NULL GROUP BY target) named
WHERE c.code = named.target AND c.kind = 'COMMUNE' AND c.name <> named.name
