-- The one declared exception to the rows' policies (docs/adr/0011): figures that everyone signed in may see, of audits
-- that they may not. It runs with the owner's rights, takes no filter, and gives rows of sums only. Its thresholds stand
-- here, where no caller reaches them: a cell of fewer than 5 schools or 3 collectivities gives no number at all, not even
-- how few.

-- The académie of the employer of whom the transaction runs for; of a collectivity, the one of most of its schools.
CREATE OR REPLACE FUNCTION own_academy() RETURNS text
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    SELECT COALESCE(
        (SELECT a.code FROM academy a WHERE me.employer = 'academie-' || a.code),
        (SELECT d.academy FROM department d WHERE me.employer = 'departement-' || d.code),
        (SELECT s.academy FROM school_placement s WHERE me.employer = 'etablissement-' || s.uai),
        (SELECT s.academy FROM school_placement s
         WHERE me.employer LIKE 'collectivite-%' AND s.collectivity = substr(me.employer, 14)
         GROUP BY s.academy ORDER BY count(*) DESC, s.academy LIMIT 1))
    FROM account me WHERE me.id = present_account()
$$;

-- Cells by type and theme, and by type alone (theme null); of rendered audits. of_academy null is the nation. There is
-- no sum over the types: with it, a hidden type would be the difference. No row of another's académie, nor of a campaign
-- that is not the nation's: two campaigns of different roster could be subtracted.
CREATE OR REPLACE FUNCTION reference_figures(of_campaign bigint, of_academy text)
RETURNS TABLE (school_type text, theme text, shown boolean, schools bigint, coverage double precision,
               conformity double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    WITH allowed AS (
        SELECT c.id FROM campaign c
        WHERE c.id = of_campaign AND c.unit = 'nation' AND c.opened_at IS NOT NULL
          AND (of_academy IS NULL OR of_academy = own_academy())
    ),
    -- Three collectivities are enough to know of: found type by type in audit_rendered, not counted over the country.
    crowd AS (
        SELECT t.school_type, count(DISTINCT found.collectivity) >= 3 AS enough
        FROM campaign_type t
        CROSS JOIN academy y
        CROSS JOIN LATERAL (
            SELECT DISTINCT a.collectivity FROM audit a
            WHERE a.campaign = t.campaign AND a.academy = y.code AND a.school_type = t.school_type
              AND rendered(a.state) AND a.collectivity IS NOT NULL
            ORDER BY a.collectivity LIMIT 3) found
        WHERE t.campaign = (SELECT id FROM allowed) AND (of_academy IS NULL OR y.code = of_academy)
        GROUP BY t.school_type
    ),
    -- Every control of a type, and so every theme of it, is asked of all of its schools.
    cell AS (
        SELECT f.school_type, f.theme, max(f.rendered)::bigint AS schools,
               coverage(sum(f.conforming + f.partial + f.failing + f.inapplicable + f.unknown), sum(f.rendered))
                   AS coverage,
               conformity(sum(f.held_weight), sum(f.counted_weight)) AS conformity
        FROM kept_figures((SELECT id FROM allowed), ARRAY[COALESCE('academie-' || of_academy, 'nation')]) f
        GROUP BY GROUPING SETS ((f.school_type), (f.school_type, f.theme))
    ),
    shown AS (
        SELECT c.school_type, c.theme, c.schools, c.coverage, c.conformity
        FROM cell c JOIN crowd w ON w.school_type = c.school_type
        WHERE c.schools >= 5 AND w.enough
    ),
    asked AS (
        SELECT DISTINCT k.school_type, k.theme FROM asked_control k JOIN allowed ON allowed.id = k.campaign
        UNION ALL
        SELECT k.school_type, NULL FROM campaign_type k JOIN allowed ON allowed.id = k.campaign
    )
    SELECT k.school_type, k.theme, c.schools IS NOT NULL, c.schools, c.coverage, c.conformity
    FROM asked k
    LEFT JOIN shown c ON c.school_type = k.school_type AND c.theme IS NOT DISTINCT FROM k.theme
$$;

REVOKE ALL ON FUNCTION reference_figures(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_academy(), reference_figures(bigint, text) TO preau_service;
