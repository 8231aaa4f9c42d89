-- What the collectivities that a unit replaces have given for many in a campaign, and that stands in audits of its schools:
-- with those schools, which become its list. One whose very list the unit has answered already can't become its own.
SELECT g.id, g.owner, owner_name(g.owner) AS owner_name, g.control, g.verdict, g.comment, g.edition, g.label_name,
       g.followers, cardinality(g.schools) - g.followers AS exceptions,
       EXISTS (SELECT FROM shared_answer o
               WHERE o.campaign = :campaign AND o.owner = :unit AND o.control = g.control AND o.set_kind = 'LIST'
                 AND o.set_value = list_digest(g.schools)) AS same
FROM (
    SELECT s.id, s.owner, s.control, s.verdict, s.comment, s.edition, l.name AS label_name,
           count(*) FILTER (WHERE w.shared_version = w.version) AS followers, array_agg(v.uai ORDER BY v.uai) AS schools
    FROM formers(:code) AS f (code)
    JOIN shared_answer s ON s.campaign = :campaign AND s.owner = 'collectivite-' || f.code AND s.verdict IS NOT NULL
    JOIN answer w ON w.campaign = s.campaign AND w.control = s.control AND w.shared = s.id
    JOIN audit_in_place v ON v.id = w.audit AND v.state <> 'REMOVED'
    LEFT JOIN school_label l ON l.id = s.label AND l.deleted_at IS NULL
    WHERE v.present_collectivity = ANY(:p.collectivities)
       OR (v.collectivity = ANY(:p.collectivities) AND v.closes_on >= :today)
    GROUP BY s.id, l.name
) g
ORDER BY g.control, g.id
