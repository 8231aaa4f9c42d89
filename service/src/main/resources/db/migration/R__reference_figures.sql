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
    -- The roster alone tells how many schools and collectivities stand behind a type; every theme of it has them all.
    behind AS (
        SELECT a.school_type, count(*) AS schools, count(DISTINCT a.collectivity) AS collectivities
        FROM audit a
        WHERE a.campaign = (SELECT id FROM allowed) AND rendered(a.state)
          AND (of_academy IS NULL OR a.academy = of_academy)
        GROUP BY a.school_type
    ),
    cell AS (
        SELECT b.school_type, f.theme, b.schools, b.schools >= 5 AND b.collectivities >= 3 AS shown,
               coverage(sum(f.conforming + f.partial + f.failing + f.inapplicable + f.unknown), sum(f.rendered))
                   AS coverage,
               conformity(sum(f.held_weight), sum(f.counted_weight)) AS conformity
        FROM behind b
        JOIN kept_figures((SELECT id FROM allowed), ARRAY[COALESCE('academie-' || of_academy, 'nation')]) f
          ON f.school_type = b.school_type
        GROUP BY GROUPING SETS ((b.school_type, b.schools, b.collectivities),
                                (b.school_type, b.schools, b.collectivities, f.theme))
    ),
    asked AS (
        SELECT DISTINCT k.school_type, k.theme FROM asked_control k JOIN allowed ON allowed.id = k.campaign
        UNION ALL
        SELECT k.school_type, NULL FROM campaign_type k JOIN allowed ON allowed.id = k.campaign
    )
    SELECT k.school_type, k.theme, COALESCE(c.shown, false),
           CASE WHEN c.shown THEN c.schools END,
           CASE WHEN c.shown THEN c.coverage END,
           CASE WHEN c.shown THEN c.conformity END
    FROM asked k
    LEFT JOIN cell c ON c.school_type = k.school_type AND c.theme IS NOT DISTINCT FROM k.theme
$$;

REVOKE ALL ON FUNCTION reference_figures(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_academy(), reference_figures(bigint, text) TO preau_service;
