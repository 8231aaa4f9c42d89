-- The files of published livrables (docs/adr/0035), as they were signed: never made again, never changed.

-- One set of files: an edition, the same for everybody, or the copy of one receiver.
CREATE TABLE issue (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deliverable  bigint NOT NULL REFERENCES deliverable (id),
    unit         text COLLATE "C" NOT NULL CHECK (length(unit) <= 40),
    perimeter    text NOT NULL CHECK (length(perimeter) <= 300),
    title        text NOT NULL CHECK (length(title) <= 300),
    label        text COLLATE "C" NOT NULL CHECK (label IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT')),
    number       int NOT NULL CHECK (number > 0),
    receiver     text CHECK (length(receiver) BETWEEN 1 AND 200),
    signed_by    text COLLATE "C" NOT NULL CHECK (signed_by ~ '^[0-9a-f]{16}$'),
    issued_at    timestamptz NOT NULL,
    issued_by    bigint NOT NULL,
    CHECK ((receiver IS NULL) = (label IN ('CLEAR', 'GREEN')))
);
COMMENT ON COLUMN issue.receiver IS 'whom the copy was made for; null where the files are the same for everybody';
COMMENT ON COLUMN issue.signed_by IS 'short name of the key whose signature the manifest bears';
CREATE UNIQUE INDEX issue_edition ON issue (deliverable) WHERE receiver IS NULL;
CREATE INDEX issue_deliverable ON issue (deliverable);

CREATE TABLE issued_file (
    issue    bigint NOT NULL REFERENCES issue (id),
    place    smallint NOT NULL CHECK (place > 0),
    name     text COLLATE "C" NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
    type     text COLLATE "C" NOT NULL CHECK (length(type) BETWEEN 3 AND 120),
    sha256   text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content  bytea NOT NULL,
    PRIMARY KEY (issue, name)
);
CREATE INDEX issued_file_sha256 ON issued_file (sha256);
-- Zipped and compressed already.
ALTER TABLE issued_file ALTER COLUMN content SET STORAGE EXTERNAL;

-- A way to the files for somebody without an account. The digest alone is kept.
CREATE TABLE issue_link (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    issue       bigint NOT NULL REFERENCES issue (id),
    secret      bytea NOT NULL UNIQUE CHECK (length(secret) = 32),
    receiver    text NOT NULL CHECK (length(receiver) BETWEEN 1 AND 200),
    until       date NOT NULL,
    made_at     timestamptz NOT NULL,
    made_by     bigint NOT NULL,
    revoked_at  timestamptz,
    revoked_by  bigint,
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX issue_link_issue ON issue_link (issue);
COMMENT ON COLUMN issue_link.until IS 'last day in Paris on which it serves';

-- Who fetched what by which link.
CREATE TABLE issue_fetch (
    link  bigint NOT NULL REFERENCES issue_link (id),
    name  text COLLATE "C" NOT NULL CHECK (length(name) <= 100),
    at    timestamptz NOT NULL
);
CREATE INDEX issue_fetch_link ON issue_fetch (link, at);

-- What was signed stays, whoever asks; a link alone ends.
CREATE TRIGGER issued_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON issue
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_frozen_change();
CREATE TRIGGER issued_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON issued_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_frozen_change();

-- The second lock: a copy goes with its deliverable; the service itself serves links and tells a file by its digest.
CREATE POLICY sight ON issue USING ((SELECT present_account()) = 0 OR edits(unit));
CREATE POLICY sight ON issued_file USING (issue IN (SELECT i.id FROM issue i));
CREATE POLICY sight ON issue_link USING (issue IN (SELECT i.id FROM issue i));
CREATE POLICY sight ON issue_fetch USING (link IN (SELECT l.id FROM issue_link l));
ALTER TABLE issue ENABLE ROW LEVEL SECURITY;
ALTER TABLE issued_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_fetch ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON issue, issued_file, issue_link, issue_fetch TO preau_service;
GRANT UPDATE (revoked_at, revoked_by) ON issue_link TO preau_service;
