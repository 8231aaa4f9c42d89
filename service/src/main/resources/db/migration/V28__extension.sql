-- A later closing day for one unit of either tree, in one campaign (docs/adr/0026): who gave it, when and why. It also
-- reopens what has closed. One can be followed by a later one; none is taken back. The day of an audit is the latest of
-- its campaign's and of those of the units that it lies in: R__audit_in_place.sql tells it to every rule that asks.
CREATE TABLE campaign_extension (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign   bigint NOT NULL REFERENCES campaign (id),
    unit       text COLLATE "C" NOT NULL,
    closes_on  date NOT NULL,
    reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    at         timestamptz NOT NULL,
    account    bigint NOT NULL
);
CREATE INDEX campaign_extension_of ON campaign_extension (campaign, unit, closes_on);

-- The latest of them: as long as there is none, no audit's day needs looking up.
ALTER TABLE campaign ADD COLUMN extended_to date;
COMMENT ON COLUMN campaign.extended_to IS 'latest day of its extensions, null without one; kept by a trigger';

CREATE FUNCTION campaign_extended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
BEGIN
    UPDATE campaign SET extended_to = greatest(extended_to, NEW.closes_on) WHERE id = NEW.campaign;
    RETURN NULL;
END $$;
CREATE TRIGGER extends AFTER INSERT ON campaign_extension FOR EACH ROW EXECUTE FUNCTION campaign_extended();

-- The latest day that an audit's units were given, null for none.
CREATE FUNCTION extended_to(of_campaign bigint, region text, academy text, department text, collectivity text, uai text)
RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT max(e.closes_on) FROM preau.campaign_extension e
        WHERE e.campaign = of_campaign
          AND e.unit = ANY (ARRAY['nation', 'region-' || region, 'academie-' || academy, 'departement-' || department,
                                  'collectivite-' || collectivity, 'etablissement-' || uai]));

-- Who may extend: whoever runs the campaign; else who runs units of the State's tree in which all of the unit's audits
-- lie, so that an académie extends for its own and a collectivity never for itself. A policy hides the audits that lie
-- elsewhere, so the owner looks; one answer leaves, by the settings of the reach RUN.
CREATE FUNCTION may_extend(of_campaign bigint, of_unit text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    SELECT count(*) > 0 AND (
        all_of('runs') OR COALESCE(of_campaign = ANY (campaigns_run()), false)
        OR bool_and(COALESCE(a.region = ANY (codes('runs_region')), false)
                    OR COALESCE(a.academy = ANY (codes('runs_academie')), false)
                    OR COALESCE(a.department = ANY (codes('runs_departement')), false)))
    FROM audit a
    WHERE a.campaign = of_campaign AND a.state <> 'REMOVED'
      AND of_unit IN ('nation', 'region-' || a.region, 'academie-' || a.academy, 'departement-' || a.department,
                      COALESCE('collectivite-' || a.collectivity, ''), 'etablissement-' || a.uai)
$$;
REVOKE ALL ON FUNCTION may_extend(bigint, text), campaign_extended() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_extend(bigint, text),
    extended_to(bigint, text, text, text, text, text) TO preau_service;

-- A day is no secret: everybody's rules read it. Pages show reasons to who runs the unit.
GRANT SELECT, INSERT ON campaign_extension TO preau_service;
CREATE POLICY reading ON campaign_extension FOR SELECT USING (true);
CREATE POLICY extending ON campaign_extension FOR INSERT WITH CHECK (may_extend(campaign, unit));
ALTER TABLE campaign_extension ENABLE ROW LEVEL SECURITY;
