-- Where each account stands on both trees: a row for the employer (role null) and one for each right not taken away,
-- with the units above it as columns, so that a query binds the perimeter in sight and reads thousands of people at once.
-- until is for the query to compare: a right past its end gives nothing.
CREATE OR REPLACE VIEW account_place AS
SELECT t.account, t.role, t.until,
       CASE t.kind WHEN 'region' THEN t.code ELSE a.region END AS region,
       a.code AS academy,
       CASE t.kind WHEN 'departement' THEN t.code ELSE s.department END AS department,
       CASE t.kind WHEN 'collectivite' THEN t.code ELSE l.collectivity END AS collectivity,
       s.uai
FROM (
    SELECT c.id AS account, CAST(NULL AS text) AS role, CAST(NULL AS timestamptz) AS until,
           split_part(c.employer, '-', 1) AS kind, split_part(c.employer, '-', 2) AS code
    FROM account c
    UNION ALL
    SELECT g.account, g.role, g.until, split_part(g.unit, '-', 1), split_part(g.unit, '-', 2)
    FROM access_grant g
    WHERE g.revoked_at IS NULL) t
LEFT JOIN school s ON t.kind = 'etablissement' AND s.uai = t.code
LEFT JOIN school_collectivity l ON l.uai = s.uai AND l.to_day IS NULL
LEFT JOIN department d ON d.code = CASE t.kind WHEN 'departement' THEN t.code ELSE s.department END
LEFT JOIN academy a ON a.code = CASE t.kind WHEN 'academie' THEN t.code ELSE d.academy END;

GRANT SELECT ON account_place TO preau_service;
