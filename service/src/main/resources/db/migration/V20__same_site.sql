-- Two schools on one site (a collège and a lycée in one building), of two collectivities that agree to see there what the
-- other has declared (docs/adr/0019): the one exception to « collectivities never see each other ». One row an agreement,
-- for one campaign, never deleted. Nothing is written across perimeters.
CREATE TABLE same_site (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign            bigint NOT NULL REFERENCES campaign (id),
    uai                 text COLLATE "C" NOT NULL REFERENCES school (uai),
    collectivity        text COLLATE "C" NOT NULL REFERENCES collectivity (code),
    other_uai           text COLLATE "C" NOT NULL REFERENCES school (uai),
    other_collectivity  text COLLATE "C" NOT NULL REFERENCES collectivity (code),
    proposed_at         timestamptz NOT NULL,
    proposed_by         bigint NOT NULL,
    accepted_at         timestamptz,
    accepted_by         bigint,
    ended_at            timestamptz,
    ended_by            bigint,
    CHECK (uai <> other_uai),
    CHECK (collectivity <> other_collectivity),
    CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
COMMENT ON COLUMN same_site.uai IS 'the school of the collectivity that proposes; the other one is proposed to';
COMMENT ON COLUMN same_site.ended_at IS 'from then on nobody sees anything by it: refused, withdrawn or ended, by either';
CREATE UNIQUE INDEX same_site_live ON same_site (campaign, least(uai, other_uai), greatest(uai, other_uai))
    WHERE ended_at IS NULL;
CREATE INDEX same_site_other ON same_site (other_uai, campaign) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE (accepted_at, accepted_by, ended_at, ended_by) ON same_site TO preau_service;

-- The second lock. An agreement is seen by the agents of its two collectivities. One proposes for one's own; either ends;
-- the other side alone accepts.
CREATE POLICY sight ON same_site FOR SELECT USING (
    collectivity = ANY ((SELECT codes('answers_collectivite'))::text[])
    OR other_collectivity = ANY ((SELECT codes('answers_collectivite'))::text[]));
CREATE POLICY proposal ON same_site FOR INSERT WITH CHECK (
    accepted_at IS NULL AND ended_at IS NULL
    AND collectivity = ANY ((SELECT codes('answers_collectivite'))::text[]));
CREATE POLICY change ON same_site FOR UPDATE
    USING (
        ended_at IS NULL
        AND (collectivity = ANY ((SELECT codes('answers_collectivite'))::text[])
             OR other_collectivity = ANY ((SELECT codes('answers_collectivite'))::text[])))
    WITH CHECK (ended_at IS NOT NULL OR other_collectivity = ANY ((SELECT codes('answers_collectivite'))::text[]));
ALTER TABLE same_site ENABLE ROW LEVEL SECURITY;

-- What the school on the same site has declared for a control: the one look over the fence. It runs with its owner's
-- rights, because no policy may open another collectivity's audit; so it gives five values and no id, and only while
-- the agreement stands, both schools are still those collectivities', and the campaign is not closed. What the State or the
-- school itself has answered there is not the other collectivity's to show.
CREATE FUNCTION same_site_answers(of_audit bigint, of_control text, mine text[])
RETURNS TABLE (uai text, school_name text, verdict text, comment text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = preau, pg_temp AS $$
    SELECT their.uai, their.school_name, w.verdict, w.comment, w.at
    FROM audit own
    JOIN same_site s ON s.campaign = own.campaign AND own.uai IN (s.uai, s.other_uai)
    CROSS JOIN LATERAL (
        SELECT CASE WHEN own.uai = s.uai THEN s.collectivity ELSE s.other_collectivity END AS ours,
               CASE WHEN own.uai = s.uai THEN s.other_collectivity ELSE s.collectivity END AS theirs,
               CASE WHEN own.uai = s.uai THEN s.other_uai ELSE s.uai END AS uai) AS side
    JOIN audit their ON their.campaign = s.campaign AND their.uai = side.uai AND their.state <> 'REMOVED'
    JOIN answer w ON w.campaign = s.campaign AND w.audit = their.id AND w.control = of_control
    WHERE own.id = of_audit
      AND s.accepted_at IS NOT NULL AND s.ended_at IS NULL
      AND side.ours = ANY (mine) AND side.ours = ANY (codes('answers_collectivite'))
      AND s.campaign = ANY (counted_campaigns())
      AND EXISTS (SELECT FROM school_collectivity l
                  WHERE l.uai = own.uai AND l.to_day IS NULL AND l.collectivity = side.ours)
      AND EXISTS (SELECT FROM school_collectivity l
                  WHERE l.uai = side.uai AND l.to_day IS NULL AND l.collectivity = side.theirs)
      AND w.verdict IS NOT NULL AND w.party = 'COLLECTIVITE'
    ORDER BY their.school_name COLLATE "fr-x-icu", their.uai
$$;
REVOKE ALL ON FUNCTION same_site_answers(bigint, text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION same_site_answers(bigint, text, text[]) TO preau_service;
