-- A unit and all that it lies in, on both trees: a school lies in its department and in its present collectivity, a
-- collectivity in the one that has replaced it, and everything, collectivities included, lies in the nation.
CREATE OR REPLACE FUNCTION lineage(unit_id text) RETURNS SETOF text
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE above (id, parent) AS (
        SELECT u.id, u.parent FROM preau.unit u WHERE u.id = unit_id
        UNION
        SELECT u.id, u.parent FROM above JOIN preau.unit u ON u.id = above.parent),
    heir (code) AS (
        SELECT c.succeeded_by FROM preau.collectivity c
        WHERE 'collectivite-' || c.code = unit_id AND c.succeeded_by IS NOT NULL
        UNION
        SELECT c.succeeded_by FROM heir JOIN preau.collectivity c ON c.code = heir.code
        WHERE c.succeeded_by IS NOT NULL)
    SELECT above.id FROM above
    UNION
    SELECT 'collectivite-' || heir.code FROM heir
    UNION
    SELECT 'collectivite-' || p.collectivity FROM preau.school_placement p
    WHERE p.uai = substr(unit_id, 15) AND unit_id LIKE 'etablissement-%' AND p.collectivity IS NOT NULL
    UNION
    SELECT 'nation'
$$;
