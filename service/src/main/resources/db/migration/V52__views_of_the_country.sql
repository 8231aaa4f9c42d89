-- They come back in R__figures_of_collectivities.sql: for some collectivities of a department, and with an audit's place.
DROP FUNCTION IF EXISTS counted_totals(bigint, text, text);
DROP FUNCTION IF EXISTS totals_in(bigint, text);

-- Who may extend, as V28 says it; no longer by looking at each audit of the country, but for one that lies elsewhere.
CREATE OR REPLACE FUNCTION may_extend(of_campaign bigint, of_unit text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = preau, pg_temp SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    RETURN (
        WITH inside AS NOT MATERIALIZED (
            SELECT a.region, a.academy, a.department FROM audit a
            WHERE a.campaign = of_campaign AND a.state <> 'REMOVED'
              AND (of_unit = 'nation' OR a.region = substring(of_unit FROM '^region-(.+)$')
                   OR a.academy = substring(of_unit FROM '^academie-(.+)$')
                   OR a.department = substring(of_unit FROM '^departement-(.+)$')
                   OR a.collectivity = substring(of_unit FROM '^collectivite-(.+)$')
                   OR a.uai = substring(of_unit FROM '^etablissement-(.+)$'))
        )
        SELECT EXISTS (SELECT FROM inside)
            AND (all_of('runs') OR COALESCE(of_campaign = ANY (campaigns_run()), false)
                 OR NOT EXISTS (
                     SELECT FROM inside i
                     WHERE NOT COALESCE(i.region = ANY (codes('runs_region')), false)
                       AND NOT COALESCE(i.academy = ANY (codes('runs_academie')), false)
                       AND NOT COALESCE(i.department = ANY (codes('runs_departement')), false))));
END $$;
