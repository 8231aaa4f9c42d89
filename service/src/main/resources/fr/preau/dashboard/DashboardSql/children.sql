-- The units of the State's tree right below one that lies in the reader's units: académies of a région or the nation,
-- departments of an académie.
WITH below AS (
    SELECT 'academie-' || a.code AS id, a.name FROM academy a
    WHERE :kind = 'NATION' OR (:kind = 'REGION' AND a.region = :code)
    UNION ALL
    SELECT 'departement-' || d.code, d.name FROM department d WHERE :kind = 'ACADEMY' AND d.academy = :code
)
SELECT b.id AS unit, b.name, f.audits AS expected, f.rendered_audits AS rendered,
       coverage(f.answered, f.expected) AS progress,
       f.rendered AS asked, f.conforming, f.partial, f.failing, f.inapplicable, f.unknown,
       coverage(f.conforming + f.partial + f.failing + f.inapplicable + f.unknown, f.rendered) AS coverage,
       conformity(f.held_weight, f.counted_weight) AS conformity
FROM unit_totals(:campaign, ARRAY(SELECT id FROM below)) f
JOIN below b ON b.id = f.unit
WHERE f.audits > 0
ORDER BY b.name COLLATE "fr-x-icu", b.id COLLATE "C"
