-- For a unit of few objects: the newest entries of each, then the newest of all.
WITH inside AS (
    SELECT 'audit/' || a.id AS object
    FROM audit a
    WHERE (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities) OR a.uai = ANY(:u.schools))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities) OR a.uai = ANY(:p.schools))
    UNION ALL
    SELECT 'account/' || c.id
    FROM account c
    WHERE EXISTS (
        SELECT FROM (SELECT c.employer AS unit
                     UNION SELECT g.unit FROM access_grant g WHERE g.account = c.id AND g.revoked_at IS NULL
                           AND (g.until IS NULL OR g.until > :e.now)) held
        WHERE :unit IN (SELECT above.id FROM lineage(held.unit) AS above (id))
          AND EXISTS (SELECT FROM lineage(held.unit) AS above (id) WHERE above.id = ANY(:units)))
    UNION ALL
    SELECT 'campaign/' || c.id
    FROM campaign c
    WHERE :unit IN (SELECT above.id FROM lineage(c.unit) AS above (id))
      AND EXISTS (SELECT FROM lineage(c.unit) AS above (id) WHERE above.id = ANY(:units))),
found AS (
    SELECT newest.id
    FROM inside i
    CROSS JOIN LATERAL (
        SELECT e.id
        FROM journal_entry e
        WHERE e.object >= i.object AND e.object < i.object || '0'
          AND (e.object = i.object OR e.object > i.object || '/') AND e.id < :e.before
        ORDER BY e.id DESC LIMIT :e.limit) newest
    ORDER BY newest.id DESC LIMIT :e.limit)
SELECT e.id, e.at, e.account, e.action, e.object, NULL::jsonb AS before, NULL::jsonb AS after, NULL::text AS text,
       coalesce(cardinality(e.touched), 0) AS touched
FROM found
JOIN journal_entry e ON e.id = found.id
ORDER BY e.id DESC
