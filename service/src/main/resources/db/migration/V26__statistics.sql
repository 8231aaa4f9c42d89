-- What the planner knows of a campaign. A campaign that has just been opened or filled has thousands of rows of which the
-- server's own collector learns within a minute, and pages are up to seven times slower until then. Only the owner may
-- look, so the service asks; it gets nothing back, and it sees no row.
CREATE FUNCTION refresh_statistics(of_campaign bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
BEGIN
    IF to_regclass('answer_' || of_campaign) IS NOT NULL THEN
        ANALYZE audit, asked_control;
        EXECUTE format('ANALYZE answer_%s', of_campaign);
    END IF;
END $$;
REVOKE ALL ON FUNCTION refresh_statistics(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics(bigint) TO preau_service;
