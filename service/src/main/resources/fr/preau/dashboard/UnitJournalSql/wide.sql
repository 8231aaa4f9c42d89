-- For a unit that holds a large share of the entries: down the journal until the page is full.
SELECT e.id, e.at, e.account, e.action, e.object, NULL::jsonb AS before, NULL::jsonb AS after, NULL::text AS text,
       coalesce(cardinality(e.touched), 0) AS touched
FROM journal_entry e
WHERE e.id < :e.before
  AND CASE
      WHEN e.object ~ '^audit/[0-9]+(/|$)' THEN EXISTS (
          SELECT FROM audit a
          WHERE a.id = split_part(e.object, '/', 2)::bigint
            AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
                 OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities)
                 OR a.uai = ANY(:u.schools))
            AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
                 OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities)
                 OR a.uai = ANY(:p.schools)))
      WHEN e.object ~ '^account/[0-9]+(/|$)' THEN EXISTS (
          SELECT FROM (SELECT c.employer AS unit FROM account c WHERE c.id = split_part(e.object, '/', 2)::bigint
                       UNION SELECT g.unit FROM access_grant g
                       WHERE g.account = split_part(e.object, '/', 2)::bigint AND g.revoked_at IS NULL
                           AND (g.until IS NULL OR g.until > :e.now)) held
          WHERE :unit IN (SELECT above.id FROM lineage(held.unit) AS above (id))
            AND EXISTS (SELECT FROM lineage(held.unit) AS above (id) WHERE above.id = ANY(:units)))
      WHEN e.object ~ '^campaign/[0-9]+(/|$)' THEN EXISTS (
          SELECT FROM campaign c
          WHERE c.id = split_part(e.object, '/', 2)::bigint
            AND :unit IN (SELECT above.id FROM lineage(c.unit) AS above (id))
            AND EXISTS (SELECT FROM lineage(c.unit) AS above (id) WHERE above.id = ANY(:units)))
      ELSE :u.nation AND :p.nation
      END
ORDER BY e.id DESC
LIMIT :e.limit
