-- Each line of the file beside what is known of its school. A line that closes an unknown school is left out.
-- An empty optional cell doesn't erase what an earlier, richer file told.
CREATE TEMPORARY TABLE arrival ON COMMIT DROP AS
WITH RECURSIVE succession AS (
    SELECT code, succeeded_by AS heir FROM collectivity WHERE succeeded_by IS NOT NULL
    UNION
    SELECT s.code, c.succeeded_by
    FROM succession s JOIN collectivity c ON c.code = s.heir
    WHERE c.succeeded_by IS NOT NULL
),
-- The last of the line: the file still names a merged commune for a while.
successor AS (
    SELECT s.code, s.heir
    FROM succession s JOIN collectivity c ON c.code = s.heir
    WHERE c.succeeded_by IS NULL
),
line AS (
    SELECT t.uai, t.name, t.type, t.sector, t.state, t.commune, t.commune_name, t.department,
           COALESCE(t.nature, s.nature) AS nature, COALESCE(t.siret, s.siret) AS siret,
           COALESCE(t.parent, s.parent) AS parent, t.search_text,
           COALESCE(n.heir, t.collectivity) AS target,
           CASE WHEN n.heir IS NULL THEN t.owner_name END AS owner_name,
           t.source
    FROM staged t
    LEFT JOIN school s ON s.uai = t.uai
    LEFT JOIN successor n ON n.code = t.collectivity
    WHERE s.uai IS NOT NULL OR t.state <> 'CLOSED'
),
compared AS (
    SELECT a.uai, a.name, a.type, a.sector, a.state, a.commune, a.commune_name, a.department, a.nature, a.siret,
           a.parent, a.search_text, a.target, a.owner_name, a.source,
           s.uai IS NOT NULL AS known, s.state AS previous_state, l.collectivity AS previous,
           s.uai IS NOT NULL
           AND (s.name, s.type, s.sector, s.state, s.commune, s.commune_name, s.department, s.nature, s.siret, s.parent,
                s.search_text)
               IS DISTINCT FROM
               (a.name, a.type, a.sector, a.state, a.commune, a.commune_name, a.department, a.nature, a.siret, a.parent,
                a.search_text) AS differs,
           -- A decision stands until another decision; an override stands until another override.
           CASE WHEN l.source = 'DECISION' OR (l.source = 'FILE' AND a.source = 'RULE') THEN false
                ELSE (l.collectivity, l.source)
                     IS DISTINCT FROM (a.target, CASE WHEN a.target IS NOT NULL THEN a.source END)
           END AS relinked
    FROM line a
    LEFT JOIN school s ON s.uai = a.uai
    LEFT JOIN school_collectivity l ON l.uai = a.uai AND l.to_day IS NULL
)
SELECT uai, name, type, sector, state, commune, commune_name, department, nature, siret, parent, search_text,
       target, owner_name, source, known, previous, differs, relinked,
       known AND relinked AND previous IS DISTINCT FROM target AS moved,
       known AND state = 'CLOSED' AND previous_state <> 'CLOSED' AS closes
FROM compared
