-- The second lock. The first is the perimeter that each query binds, in sight; this one holds when a query forgets it:
-- whatever the service asks, the server gives no row of an audit that lies outside the units of the person for whom the
-- transaction runs. docs/adr/0011 says why it is built so, and what it does not cover.
--
-- Database opens every transaction by enter(account, reach, at). It reads the account's live grants once and keeps their
-- units in settings that end with the transaction; policies compare the columns of an audit with them. Without enter(),
-- and for an account without grants, there is no unit and no row.
--
-- The reaches, a word that Database alone says:
--   NAMED    the schools that the person sees by name (a reader of a région or of the nation: none);
--   FIGURES  what counts in a figure of one of their units; the transaction is read-only;
--   RUN      for editors and administrators: beside that, the audits of the units that they run, never what is inside
--            them (answers, reasons, authors); of an audit they may change one thing, in a campaign that they run: take
--            it out of the roster;
--   JOIN     for the same people, while schools join a campaign: the audits of the units that they run, into which the
--            answers already given for many are written (V14); Arrivals alone asks for it;
--   SERVICE  everything: the jar's commands and the demonstration. It goes with account 0 alone, and Database says it for
--            Actor.OPERATOR alone, which a test keeps out of all packages that answer requests. Actor.SYSTEM, in whose
--            name a request reads sessions and checklists, is account 0 too, but enters as NAMED and sees no audit.

-- Written for speed, as every transaction begins with it: assignments cost less than queries.
CREATE FUNCTION enter(of_account bigint, reach text, at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = preau, pg_temp AS $$
DECLARE
    before text := current_setting('preau.entered', true);
    now_in text := of_account || ' ' || reach;
    figures boolean := reach = 'FIGURES';
    running boolean := reach = 'RUN';
    joining boolean := reach = 'JOIN';
    units_run text[] := '{}';
    held record;
    list text;
    setting text;
BEGIN
    -- A unit of work within another runs in its transaction: the service's own, which needs no row, stays its person's.
    IF before <> '' AND now_in IN (before, '0 NAMED') THEN
        RETURN;
    END IF;
    IF before <> '' THEN
        RAISE EXCEPTION 'this transaction runs for % already, not for %', before, now_in
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF reach NOT IN ('NAMED', 'FIGURES', 'RUN', 'JOIN', 'SERVICE') OR (reach = 'SERVICE' AND of_account <> 0) THEN
        RAISE EXCEPTION 'account % has no reach %', of_account, reach USING ERRCODE = 'insufficient_privilege';
    END IF;
    setting := set_config('preau.account', of_account::text, true);
    setting := set_config('preau.entered', now_in, true);
    IF reach = 'SERVICE' THEN
        FOREACH list IN ARRAY ARRAY['sees', 'answers', 'runs'] LOOP
            setting := set_config('preau.' || list || '_nation', '{*}', true);
        END LOOP;
    END IF;
    IF figures THEN
        setting := set_config('transaction_read_only', 'on', true);
    END IF;
    IF of_account = 0 THEN
        RETURN;
    END IF;
    FOR held IN
        SELECT g.role, g.unit, split_part(g.unit, '-', 1) AS kind, split_part(g.unit, '-', 2) AS code
        FROM access_grant g
        WHERE g.account = of_account AND g.revoked_at IS NULL AND g.since <= at AND (g.until IS NULL OR g.until > at)
          AND EXISTS (SELECT FROM account a WHERE a.id = of_account AND a.disabled_at IS NULL)
    LOOP
        FOREACH list IN ARRAY CASE
            WHEN held.role IN ('AGENT', 'ESTABLISHMENT') AND NOT running THEN ARRAY['sees', 'answers']
            WHEN held.role IN ('EDITOR', 'ADMINISTRATOR') AND joining THEN ARRAY['sees', 'answers', 'runs']
            WHEN held.role IN ('EDITOR', 'ADMINISTRATOR') AND (figures OR running) THEN ARRAY['sees', 'runs']
            WHEN held.role IN ('EDITOR', 'ADMINISTRATOR') THEN ARRAY['runs']
            WHEN held.role = 'READER' AND NOT figures AND held.kind IN ('nation', 'region') THEN ARRAY[]::text[]
            ELSE ARRAY['sees']
        END LOOP
            list := 'preau.' || list || '_' || held.kind;
            setting := COALESCE(nullif(rtrim(current_setting(list, true), '}'), '') || ',', '{')
                || COALESCE(nullif(held.code, ''), '*') || '}';
            setting := set_config(list, setting, true);
        END LOOP;
        IF held.kind = 'collectivite' AND COALESCE(current_setting('preau.campaigns', true), '') = '' THEN
            -- Those in which the collectivity fixed at opening still counts: not closed, or for figures all.
            setting := set_config('preau.campaigns', ARRAY(
                SELECT c.id FROM campaign c
                WHERE figures OR c.closes_on >= CAST(at AT TIME ZONE 'Europe/Paris' AS date))::text, true);
        END IF;
        IF (running OR joining) AND held.role IN ('EDITOR', 'ADMINISTRATOR') THEN
            units_run := units_run || held.unit;
        END IF;
    END LOOP;
    IF running OR joining THEN
        -- Whoever runs a unit runs the campaigns of all that lies in it, as Rosters says.
        setting := set_config(CASE WHEN running THEN 'preau.campaigns_run' ELSE 'preau.campaigns_joined' END, ARRAY(
            SELECT c.id FROM campaign c
            WHERE EXISTS (SELECT FROM lineage(c.unit) AS above (id) WHERE above.id = ANY (units_run)))::text, true);
    END IF;
END $$;
COMMENT ON FUNCTION enter IS 'First statement of every transaction: for whom it runs, how far they see, at what instant';

-- The codes of one kind of unit in one list ('sees_academie'); null, which is in no list, when there are none.
CREATE FUNCTION codes(list text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN CAST(nullif(current_setting('preau.' || list, true), '') AS text[]);

-- Whether the list is the whole nation.
CREATE FUNCTION all_of(list text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN current_setting('preau.' || list || '_nation', true) <> '';

-- The account for whom the transaction runs, null outside a unit of work.
CREATE FUNCTION present_account() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
RETURN CAST(nullif(current_setting('preau.account', true), '') AS bigint);

-- The campaigns in which the collectivity that an audit had at its opening still counts.
CREATE FUNCTION counted_campaigns() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN CAST(nullif(current_setting('preau.campaigns', true), '') AS bigint[]);

-- The campaigns that the person runs; null but in the reach RUN.
CREATE FUNCTION campaigns_run() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN CAST(nullif(current_setting('preau.campaigns_run', true), '') AS bigint[]);

-- Whether what is inside an audit goes with it: in every reach but RUN, which sees audits from outside.
CREATE FUNCTION looks_inside() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN campaigns_run() IS NULL;

-- The policies. (SELECT …) is evaluated once a statement, not once a row. An audit's own columns decide, and the school's
-- present collectivity, as Audit.placements does in the service.
DO $$
DECLARE
    -- An audit that lies in a unit of the list.
    lies_in text := $lies$
        (SELECT all_of('%1$s'))
        OR audit.region = ANY ((SELECT codes('%1$s_region'))::text[])
        OR audit.academy = ANY ((SELECT codes('%1$s_academie'))::text[])
        OR audit.department = ANY ((SELECT codes('%1$s_departement'))::text[])
        OR audit.uai = ANY ((SELECT codes('%1$s_etablissement'))::text[])
        OR (audit.collectivity = ANY ((SELECT codes('%1$s_collectivite'))::text[])
            AND audit.campaign = ANY ((SELECT counted_campaigns())::bigint[]))
        OR audit.uai IN (
            SELECT l.uai FROM school_collectivity l
            WHERE l.to_day IS NULL AND l.collectivity = ANY ((SELECT codes('%1$s_collectivite'))::text[]))$lies$;
    -- What belongs to an audit goes with it, by the audit's own policy.
    inside text := $inside$
        ((SELECT looks_inside())
         AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = %1$I.audit)))$inside$;
    answers text := '((SELECT all_of(''%1$s'')) OR EXISTS ('
        'SELECT FROM audit WHERE audit.id = %2$I.audit AND (' || lies_in || ')))';
    part text;
BEGIN
    EXECUTE format('CREATE POLICY sight ON audit FOR SELECT USING (' || lies_in || ')', 'sees');
    EXECUTE format('CREATE POLICY change ON audit FOR UPDATE USING ((SELECT looks_inside()) AND (' || lies_in || '))',
                   'sees');
    CREATE POLICY removal ON audit FOR UPDATE
        USING (campaign = ANY ((SELECT campaigns_run())::bigint[])) WITH CHECK (state = 'REMOVED');
    EXECUTE format('CREATE POLICY opening ON audit FOR INSERT WITH CHECK (' || lies_in || ')', 'runs');
    FOREACH part IN ARRAY ARRAY['answer', 'audit_writer', 'rendered_answer', 'review_reason'] LOOP
        EXECUTE format('CREATE POLICY sight ON %1$I FOR SELECT USING ' || inside, part);
    END LOOP;
    EXECUTE format('CREATE POLICY keeping ON %1$I FOR INSERT WITH CHECK ' || inside, 'rendered_answer');
    EXECUTE format('CREATE POLICY forgetting ON %1$I FOR DELETE USING ' || inside, 'rendered_answer');
    EXECUTE format('CREATE POLICY judging ON %1$I FOR INSERT WITH CHECK ' || inside, 'review_reason');
    -- Who answers is a shorter list than who sees. Looked up in the policy itself: a function, called for each of the
    -- thousands of rows of an answer given once for many schools, would double the time of the statement.
    EXECUTE format('CREATE POLICY answering ON answer FOR INSERT WITH CHECK ' || answers, 'answers', 'answer');
    EXECUTE format('CREATE POLICY correcting ON answer FOR UPDATE USING ' || answers || ' WITH CHECK (true)',
                   'answers', 'answer');
    EXECUTE format('CREATE POLICY answering ON audit_writer FOR INSERT WITH CHECK ' || answers, 'answers', 'audit_writer');
    FOR part IN
        SELECT unnest(ARRAY['audit', 'answer', 'audit_writer', 'rendered_answer', 'review_reason'])
        UNION ALL
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'answer'::regclass
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    END LOOP;
END $$;

-- An answer stays with its audit: an UPDATE need not be looked at twice.
REVOKE UPDATE ON answer FROM preau_service;
GRANT UPDATE (verdict, comment, version, author, party, at) ON answer TO preau_service;

-- A partition asked for by its own name has no policy, so no row; through answer, those of answer hold.
CREATE OR REPLACE FUNCTION create_answer_partition(of_campaign bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM campaign WHERE id = of_campaign AND opened_at IS NOT NULL) THEN
        RAISE EXCEPTION 'campaign % is not being opened', of_campaign;
    END IF;
    EXECUTE format('CREATE TABLE answer_%s PARTITION OF answer FOR VALUES IN (%s)', of_campaign, of_campaign);
    EXECUTE format('ALTER TABLE answer_%s ENABLE ROW LEVEL SECURITY', of_campaign);
    RETURN 'answer_' || of_campaign;
END $$;

GRANT EXECUTE ON FUNCTION enter(bigint, text, timestamptz), codes(text), all_of(text), present_account(), counted_campaigns(),
    campaigns_run(), looks_inside() TO preau_service;
