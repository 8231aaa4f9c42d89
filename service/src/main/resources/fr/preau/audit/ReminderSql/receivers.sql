-- Who answers for audits of the unit u that nobody has begun, as far as they lie in the sender's units p and may still be
-- answered: the collectivity's agents; where there is none the State's, whose own unit is one of the sender's too. An address
-- is shown to who administers its person (:a).
WITH silent AS MATERIALIZED (
    SELECT v.id, v.collectivity, v.academy, v.department, v.closes_on
    FROM audit_in_place v
    WHERE v.campaign = :campaign AND v.state = 'TO_DO' AND :today BETWEEN v.opens_on AND v.closes_on
      AND (:u.nation OR v.region = ANY(:u.regions) OR v.academy = ANY(:u.academies)
           OR v.department = ANY(:u.departments) OR v.collectivity = ANY(:u.collectivities) OR v.uai = ANY(:u.schools))
      AND (:p.nation OR v.region = ANY(:p.regions) OR v.academy = ANY(:p.academies)
           OR v.department = ANY(:p.departments) OR v.collectivity = ANY(:p.collectivities) OR v.uai = ANY(:p.schools))
),
agent AS MATERIALIZED (
    SELECT g.account, g.unit FROM access_grant g JOIN account a ON a.id = g.account
    WHERE g.role = 'AGENT' AND g.revoked_at IS NULL AND g.since <= :now AND (g.until IS NULL OR g.until > :now)
      AND a.disabled_at IS NULL
),
due AS (
    SELECT g.account, g.unit, s.id, s.closes_on FROM silent s JOIN agent g ON g.unit = 'collectivite-' || s.collectivity
    UNION ALL
    SELECT g.account, g.unit, s.id, s.closes_on
    FROM silent s
    -- The State's few agents first: the others would be compared one by one.
    JOIN agent g ON g.unit ~ '^(academie|departement)-'
             AND g.unit IN ('academie-' || s.academy, 'departement-' || s.department)
    WHERE s.collectivity IS NULL
      AND EXISTS (SELECT FROM lineage(g.unit) AS above (id) WHERE above.id = ANY(:held))
),
told AS (
    SELECT account, unit, COALESCE((SELECT u.name FROM unit u WHERE u.id = due.unit), '') AS unit_name,
           count(*) AS silent, min(closes_on) AS last_day
    FROM due GROUP BY account, unit
)
SELECT t.account, n.name,
       (SELECT n.email WHERE EXISTS (
           SELECT FROM account_place w
           WHERE w.account = n.id AND (w.until IS NULL OR w.until > :now)
             AND (:a.nation OR w.region = ANY(:a.regions) OR w.academy = ANY(:a.academies)
                  OR w.department = ANY(:a.departments) OR w.collectivity = ANY(:a.collectivities)
                  OR w.uai = ANY(:a.schools)))) AS email,
       t.unit, t.unit_name, t.silent, t.last_day,
       r.on_day AS reminded_on, b.name AS reminded_by
FROM told t
JOIN account n ON n.id = t.account
LEFT JOIN reminded r ON r.campaign = :campaign AND r.account = t.account AND r.on_day > :today - 7
LEFT JOIN account b ON b.id = r.sender
ORDER BY n.name COLLATE "fr-x-icu", t.account, t.unit_name COLLATE "fr-x-icu", t.unit
LIMIT :limit
