-- What a collectivity gave in its own name once another replaces it (docs/adr/0050). Its answers for many and its labels
-- are its successor's to take over, by a gesture of the successor's agents; its accords are not: they are given anew.
ALTER TABLE shared_answer ADD COLUMN taken_from text COLLATE "C" CHECK (length(taken_from) <= 40);
COMMENT ON COLUMN shared_answer.taken_from IS 'the replaced collectivity from which the owner took it over, null for what it gave itself';

-- How a list of schools, in their order, is named: SchoolSet.list said in SQL.
CREATE FUNCTION list_digest(schools text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(sha256(convert_to(array_to_string(schools, ' '), 'UTF8')), 'hex');

-- The last of the line that replaces a collectivity, itself while none does; null for a unit of the State.
CREATE FUNCTION heir(of_unit text) RETURNS text LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    WITH RECURSIVE line AS (
        SELECT c.code, c.succeeded_by FROM collectivity c WHERE c.code = substring(of_unit FROM '^collectivite-(.+)$')
        UNION
        SELECT c.code, c.succeeded_by FROM line JOIN collectivity c ON c.code = line.succeeded_by
    )
    SELECT 'collectivite-' || line.code FROM line WHERE line.succeeded_by IS NULL
$$;

-- All that a collectivity replaces, of any length of line; the other way round.
CREATE FUNCTION formers(of_code text) RETURNS SETOF text LANGUAGE sql STABLE ROWS 2 SET search_path = preau, pg_temp AS $$
    WITH RECURSIVE former AS (
        SELECT c.code FROM collectivity c WHERE c.succeeded_by = of_code
        UNION
        SELECT c.code FROM former f JOIN collectivity c ON c.succeeded_by = f.code
    )
    SELECT code FROM former
$$;

-- The second lock: the heir's agents may make what was given their own, and nothing else of it.
CREATE POLICY inheritance ON shared_answer FOR UPDATE
    USING (heir(owner) = ANY ((SELECT units_of('answers'))::text[]))
    WITH CHECK (owner = ANY ((SELECT units_of('answers'))::text[]));
CREATE POLICY inherited ON school_label FOR SELECT USING (heir(owner) = ANY ((SELECT units_of('answers'))::text[]));
CREATE POLICY inheritance ON school_label FOR UPDATE
    USING (heir(owner) = ANY ((SELECT units_of('answers'))::text[]))
    WITH CHECK (owner = ANY ((SELECT units_of('answers'))::text[]));

-- Whether an accord about a site is without effect, as one of the schools has another collectivity now.
CREATE FUNCTION lapsed(uai text, collectivity text, other_uai text, other_collectivity text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = preau, pg_temp
RETURN NOT (EXISTS (SELECT FROM preau.school_collectivity l
                    WHERE l.uai = lapsed.uai AND l.to_day IS NULL AND l.collectivity = lapsed.collectivity)
            AND EXISTS (SELECT FROM preau.school_collectivity l
                        WHERE l.uai = lapsed.other_uai AND l.to_day IS NULL AND l.collectivity = lapsed.other_collectivity));

-- Who has one of the schools now sees that such an accord was there, and may end it, to propose their own.
DO $$
DECLARE
    mine text := $mine$
        lapsed(uai, collectivity, other_uai, other_collectivity)
        AND EXISTS (SELECT FROM school_collectivity l
                    WHERE l.uai IN (same_site.uai, same_site.other_uai) AND l.to_day IS NULL
                      AND l.collectivity = ANY ((SELECT codes('answers_collectivite'))::text[]))$mine$;
BEGIN
    EXECUTE 'CREATE POLICY lapsed_sight ON same_site FOR SELECT USING (' || mine || ')';
    EXECUTE 'CREATE POLICY lapse ON same_site FOR UPDATE USING (ended_at IS NULL AND ' || mine
        || ') WITH CHECK (ended_at IS NOT NULL)';
END $$;

GRANT EXECUTE ON FUNCTION list_digest(text[]), heir(text), formers(text), lapsed(text, text, text, text) TO preau_service;
