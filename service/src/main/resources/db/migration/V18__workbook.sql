-- The spreadsheet round trip (docs/adr/0017): what was read of a file that came back, cell by cell, until it is applied.

-- Signs what a workbook says it has seen. Kept here and not in a file: whoever reads the database needs no workbook.
CREATE TABLE workbook_key (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret  bytea NOT NULL CHECK (length(secret) = 32)
);

CREATE TABLE workbook_import (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     bigint NOT NULL REFERENCES account (id),
    campaign    bigint NOT NULL REFERENCES campaign (id),
    file_name   text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 120),
    made_at     timestamptz NOT NULL,
    read_at     timestamptz NOT NULL,
    same        int NOT NULL DEFAULT 0,
    moved       int NOT NULL DEFAULT 0,
    job         bigint REFERENCES job (id) ON DELETE SET NULL,
    applied_at  timestamptz
);
COMMENT ON COLUMN workbook_import.made_at IS 'when the file was exported';
COMMENT ON COLUMN workbook_import.same IS 'cells that say what is stored';
COMMENT ON COLUMN workbook_import.moved IS 'cells left as they were exported, whose answer has changed since: those stay';
CREATE INDEX workbook_import_account ON workbook_import (account, id);
CREATE INDEX workbook_import_read ON workbook_import (read_at);

-- Each cell, or sheet, or school, about which there is something to say.
CREATE TABLE workbook_line (
    import   bigint NOT NULL REFERENCES workbook_import (id) ON DELETE CASCADE,
    number   int NOT NULL,
    audit    bigint REFERENCES audit (id),
    control  text COLLATE "C",
    place    text NOT NULL CHECK (length(place) <= 120),
    finding  text COLLATE "C" NOT NULL CHECK (finding IN ('CHANGED', 'STALE', 'NO_REASON', 'ILLEGAL', 'TEXT', 'ERASED',
                                                          'LOCKED', 'UNKNOWN_SCHOOL', 'FOREIGN_SHEET', 'TWICE')),
    verdict  text COLLATE "C"
        CHECK (verdict IN ('CONFORME', 'PARTIEL', 'NON_CONFORME', 'NON_APPLICABLE', 'NE_SAIT_PAS')),
    comment  text CHECK (length(comment) <= 4000),
    typed    text CHECK (length(typed) <= 80),
    version  int,
    chosen   boolean NOT NULL DEFAULT false,
    outcome  text COLLATE "C" CHECK (outcome IN ('WRITTEN', 'STALE', 'LOCKED', 'NO_REASON')),
    PRIMARY KEY (import, number),
    CHECK ((audit IS NULL) = (control IS NULL)),
    CHECK (finding NOT IN ('CHANGED', 'STALE') OR (audit IS NOT NULL AND verdict IS NOT NULL AND version IS NOT NULL)),
    CHECK (NOT chosen OR finding IN ('CHANGED', 'STALE'))
);
COMMENT ON COLUMN workbook_line.version IS 'version of the stored answer that the report shows: only over this one is it written';
COMMENT ON COLUMN workbook_line.typed IS 'what stands in the cell, when it is no answer';
CREATE INDEX workbook_line_audit ON workbook_line (audit) WHERE audit IS NOT NULL;

-- An import is of who read it in; its lines are, besides, of audits that they still see. The service (account 0) deletes
-- those whose time is over.
CREATE POLICY own ON workbook_import USING (account = (SELECT present_account()));
CREATE POLICY sweep ON workbook_import FOR DELETE USING ((SELECT present_account()) = 0);
CREATE POLICY sweep_sight ON workbook_import FOR SELECT USING ((SELECT present_account()) = 0);
CREATE POLICY own ON workbook_line USING (
    EXISTS (SELECT FROM workbook_import i WHERE i.id = workbook_line.import AND i.account = (SELECT present_account()))
    AND (audit IS NULL OR EXISTS (SELECT FROM audit a WHERE a.id = workbook_line.audit)));
ALTER TABLE workbook_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE workbook_line ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON workbook_key TO preau_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON workbook_import TO preau_service;
GRANT SELECT, INSERT ON workbook_line TO preau_service;
GRANT UPDATE (chosen, outcome) ON workbook_line TO preau_service;
