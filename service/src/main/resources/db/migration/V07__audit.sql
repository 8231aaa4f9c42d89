-- Audits and their answers. An audit carries, fixed at opening, where its school stood: figures and pages of a campaign
-- group by these columns, never by the school's present ones.

CREATE TABLE audit (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign         bigint NOT NULL REFERENCES campaign (id),
    uai              text COLLATE "C" NOT NULL REFERENCES school (uai),
    school_name      text NOT NULL,
    school_type      text NOT NULL,
    commune          text COLLATE "C" NOT NULL,
    commune_name     text NOT NULL,
    department       text COLLATE "C" NOT NULL,
    academy          text COLLATE "C" NOT NULL,
    region           text COLLATE "C" NOT NULL,
    collectivity     text COLLATE "C",
    search_text      text NOT NULL,
    state            text NOT NULL DEFAULT 'TO_DO'
        CHECK (state IN ('TO_DO', 'IN_PROGRESS', 'SUBMITTED', 'SENT_BACK', 'VALIDATED', 'REMOVED')),
    round            smallint NOT NULL DEFAULT 0 CHECK (round >= 0),
    submitted_at     timestamptz,
    submitted_by     bigint,
    read_at          timestamptz,
    judged_at        timestamptz,
    judged_by        bigint,
    UNIQUE (campaign, uai),
    FOREIGN KEY (campaign, school_type) REFERENCES campaign_type (campaign, school_type),
    CHECK (state NOT IN ('SUBMITTED', 'VALIDATED', 'SENT_BACK') OR (submitted_at IS NOT NULL AND submitted_by IS NOT NULL)),
    CHECK (judged_by IS NULL OR judged_by <> submitted_by)
);
COMMENT ON COLUMN audit.round IS 'number of submissions so far';
COMMENT ON COLUMN audit.read_at IS 'when a reviewer first opened the submitted audit; from then on it can''t be withdrawn';

-- Lists go by name within a unit of one campaign, keyset: one index a unit kind that people list by.
CREATE INDEX audit_of_collectivity ON audit (campaign, collectivity, school_name COLLATE "fr-x-icu", id);
CREATE INDEX audit_of_academy ON audit (campaign, academy, state, submitted_at, id);
CREATE INDEX audit_of_department ON audit (campaign, department, id);
CREATE INDEX audit_of_school ON audit (uai, campaign);
CREATE INDEX audit_search ON audit USING gin (search_text gin_trgm_ops);

CREATE TABLE answer (
    campaign  bigint NOT NULL,
    audit     bigint NOT NULL REFERENCES audit (id),
    control   text COLLATE "C" NOT NULL,
    verdict   text NOT NULL
        CHECK (verdict IN ('CONFORME', 'PARTIEL', 'NON_CONFORME', 'NON_APPLICABLE', 'NE_SAIT_PAS')),
    comment   text CHECK (length(comment) BETWEEN 1 AND 4000),
    version   int NOT NULL CHECK (version > 0),
    author    bigint NOT NULL,
    party     text NOT NULL CHECK (party IN ('ETAT', 'COLLECTIVITE', 'ETABLISSEMENT')),
    at        timestamptz NOT NULL,
    PRIMARY KEY (campaign, audit, control),
    -- Declared not applicable leaves both sums of the figures: never without a reason.
    CHECK (verdict <> 'NON_APPLICABLE' OR comment IS NOT NULL)
) PARTITION BY LIST (campaign);
COMMENT ON COLUMN answer.party IS 'for whom the author wrote, which may differ from the party that the control falls to';

-- The service owns nothing, so it asks the owner for the partition of a campaign that is being opened.
CREATE FUNCTION create_answer_partition(of_campaign bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM campaign WHERE id = of_campaign AND opened_at IS NOT NULL) THEN
        RAISE EXCEPTION 'campaign % is not being opened', of_campaign;
    END IF;
    EXECUTE format('CREATE TABLE answer_%s PARTITION OF answer FOR VALUES IN (%s)', of_campaign, of_campaign);
    RETURN 'answer_' || of_campaign;
END $$;
REVOKE ALL ON FUNCTION create_answer_partition(bigint) FROM PUBLIC;

-- Who has ever written an answer of an audit, and for a control of which party: they can't judge it. Kept apart because
-- an answer only remembers its last author.
CREATE TABLE audit_writer (
    audit    bigint NOT NULL REFERENCES audit (id),
    account  bigint NOT NULL,
    party    text NOT NULL CHECK (party IN ('ETAT', 'COLLECTIVITE', 'ETABLISSEMENT', 'PARTAGE')),
    PRIMARY KEY (audit, account, party)
);

-- What was last submitted, kept when an audit is sent back or reopened: what its reviewers go on seeing.
CREATE TABLE rendered_answer (
    audit    bigint NOT NULL REFERENCES audit (id),
    control  text COLLATE "C" NOT NULL,
    verdict  text NOT NULL,
    comment  text,
    version  int NOT NULL,
    author   bigint NOT NULL,
    party    text NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (audit, control)
);

GRANT SELECT, INSERT, UPDATE ON audit, answer TO preau_service;
GRANT SELECT, INSERT ON audit_writer TO preau_service;
GRANT SELECT, INSERT, DELETE ON rendered_answer TO preau_service;
GRANT EXECUTE ON FUNCTION create_answer_partition(bigint) TO preau_service;
