-- Campaigns: who asks which schools what, between which days. A day is a day in Europe/Paris, both ends included; whether
-- a campaign is open is computed from the clock and never stored.

CREATE TABLE campaign (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    unit          text NOT NULL CHECK (length(unit) <= 40),
    checklist     bigint NOT NULL REFERENCES checklist (id),
    opens_on      date NOT NULL,
    closes_on     date NOT NULL,
    with_private  boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL,
    created_by    bigint NOT NULL,
    opened_at     timestamptz,
    CHECK (closes_on >= opens_on)
);
COMMENT ON COLUMN campaign.unit IS 'who runs it, and also its perimeter: the schools of that unit';
COMMENT ON COLUMN campaign.opened_at IS 'when its audits were inserted; null while it is being prepared';
CREATE INDEX campaign_recent ON campaign (opens_on DESC, id DESC);

-- The types of school that take part, and up to which level each is asked.
CREATE TABLE campaign_type (
    campaign     bigint NOT NULL REFERENCES campaign (id),
    school_type  text NOT NULL CHECK (length(school_type) <= 20),
    level        smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
    PRIMARY KEY (campaign, school_type)
);

-- What is asked, by type of school, fixed at opening: later versions of the checklist change nothing here.
CREATE TABLE asked_control (
    campaign     bigint NOT NULL REFERENCES campaign (id),
    school_type  text NOT NULL,
    control      text COLLATE "C" NOT NULL,
    theme        text COLLATE "C" NOT NULL,
    level        smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
    weight       smallint NOT NULL CHECK (weight BETWEEN 1 AND 3),
    party        text NOT NULL CHECK (party IN ('ETAT', 'COLLECTIVITE', 'ETABLISSEMENT', 'PARTAGE')),
    position     smallint NOT NULL,
    PRIMARY KEY (campaign, school_type, control),
    FOREIGN KEY (campaign, school_type) REFERENCES campaign_type (campaign, school_type)
);

GRANT SELECT, INSERT, UPDATE ON campaign TO preau_service;
GRANT SELECT, INSERT ON campaign_type, asked_control TO preau_service;
