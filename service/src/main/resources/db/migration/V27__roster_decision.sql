-- What who runs a campaign decides when the territory has changed under its roster (docs/adr/0024): a school that closed, or
-- that went to another collectivity. An import never changes an audit; this does, or says that the audit stays as it is.
CREATE TABLE roster_decision (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audit     bigint NOT NULL REFERENCES audit (id),
    kind      text COLLATE "C" NOT NULL CHECK (kind IN ('CLOSED', 'MOVED')),
    followed  boolean NOT NULL,
    before    text COLLATE "C",
    present   text COLLATE "C",
    reason    text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    at        timestamptz NOT NULL,
    account   bigint NOT NULL
);
COMMENT ON COLUMN roster_decision.followed IS 'whether the audit follows its school; false: it stays, and is not asked about again';
COMMENT ON COLUMN roster_decision.before IS 'collectivity that the audit counted for';
COMMENT ON COLUMN roster_decision.present IS 'collectivity of the school on that day: a later change is another question';
CREATE INDEX roster_decision_audit ON roster_decision (audit);

-- The second lock (V09): with the audit, for who sees it from outside too.
CREATE POLICY sight ON roster_decision FOR SELECT USING (
    (SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = roster_decision.audit));
CREATE POLICY deciding ON roster_decision FOR INSERT WITH CHECK (
    (SELECT all_of('runs')) OR EXISTS (SELECT FROM audit WHERE audit.id = roster_decision.audit
                                       AND audit.campaign = ANY ((SELECT campaigns_run())::bigint[])));
ALTER TABLE roster_decision ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON roster_decision TO preau_service;

-- Makes audits count for their schools' present collectivity. A policy can't say that nothing else of the row may change,
-- so the owner does it, for the campaigns that the person runs in the reach RUN and for no other.
CREATE FUNCTION follow_collectivity(of_audits bigint[]) RETURNS SETOF bigint
LANGUAGE sql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    UPDATE audit a SET collectivity = p.collectivity
    FROM school_placement p
    WHERE a.id = ANY (of_audits) AND p.uai = a.uai AND a.state <> 'REMOVED'
      AND a.collectivity IS DISTINCT FROM p.collectivity
      AND (a.campaign = ANY (campaigns_run()) OR all_of('runs'))
    RETURNING a.id
$$;
REVOKE ALL ON FUNCTION follow_collectivity(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_collectivity(bigint[]) TO preau_service;
