-- A collectivity that another replaces (docs/adr/0038): who decided it, from which day, why, and what followed on that day.
-- collectivity.succeeded_by, which the import reads, is written with it. Neither is ever taken back.
CREATE TABLE succession (
    former     text COLLATE "C" PRIMARY KEY REFERENCES collectivity (code),
    successor  text COLLATE "C" NOT NULL REFERENCES collectivity (code) CHECK (successor <> former),
    from_day   date NOT NULL,
    reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    schools    int NOT NULL CHECK (schools >= 0),
    audits     int NOT NULL CHECK (audits >= 0),
    staying    int NOT NULL CHECK (staying >= 0),
    rights     int NOT NULL CHECK (rights >= 0),
    people     int NOT NULL CHECK (people >= 0),
    at         timestamptz NOT NULL,
    account    bigint NOT NULL
);
COMMENT ON COLUMN succession.schools IS 'links that ended for the former and began for the successor; 0 when an import had done it';
COMMENT ON COLUMN succession.audits IS 'open audits that follow, in the campaigns that the person runs; staying: those of other campaigns';
COMMENT ON COLUMN succession.rights IS 'rights on the former that went over to the successor';
COMMENT ON COLUMN succession.people IS 'accounts that the former employed';
CREATE INDEX succession_successor ON succession (successor);
GRANT SELECT, INSERT ON succession TO preau_service;
CREATE INDEX school_collectivity_past ON school_collectivity (collectivity) WHERE to_day IS NOT NULL;
CREATE INDEX collectivity_succeeded ON collectivity (succeeded_by) WHERE succeeded_by IS NOT NULL;

-- What an import asked may also be answered without any effect: somebody says why.
ALTER TABLE pending_decision ADD COLUMN reason text
    CHECK (length(reason) BETWEEN 1 AND 2000) CHECK (reason IS NULL OR outcome IS NOT NULL);
CREATE INDEX pending_decision_waiting ON pending_decision (kind, id) WHERE outcome IS NULL;

-- Whose rights went over is told at the next sign-in.
ALTER TABLE sign_in_notice DROP CONSTRAINT sign_in_notice_kind_check;
ALTER TABLE sign_in_notice ADD CONSTRAINT sign_in_notice_kind_check
    CHECK (kind IN ('RESET_LINK', 'FACTOR_REMOVED', 'FORGOTTEN', 'IDENTITY_BOUND', 'IDENTITY_REMOVED', 'UNIT_SUCCEEDED'));
