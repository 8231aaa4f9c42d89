-- Long work (docs/adr/0016): asked for by a person, done by the service's own thread for that person, kept with what came
-- out of it for seven days after its end.

CREATE TABLE job (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text COLLATE "C" NOT NULL CHECK (kind ~ '^[a-z]+(\.[a-z]+)*$'),
    account     bigint NOT NULL REFERENCES account (id),
    scope       text COLLATE "C" NOT NULL CHECK (scope IN ('READ', 'ANSWER', 'REVIEW', 'SESSION')),
    parameters  jsonb NOT NULL CHECK (jsonb_typeof(parameters) = 'object'),
    state       text COLLATE "C" NOT NULL DEFAULT 'WAITING'
        CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    done        bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
    total       bigint NOT NULL DEFAULT 0 CHECK (total >= 0),
    attempts    smallint NOT NULL DEFAULT 0,
    claim       uuid,
    alive_at    timestamptz,
    created_at  timestamptz NOT NULL,
    started_at  timestamptz,
    ended_at    timestamptz,
    said        jsonb,
    href        text COLLATE "C" CHECK (href ~ '^/[^/\\]' AND length(href) <= 200),
    CHECK ((state = 'RUNNING') = (claim IS NOT NULL AND alive_at IS NOT NULL)),
    CHECK ((state IN ('DONE', 'FAILED', 'CANCELLED')) = (ended_at IS NOT NULL))
);
COMMENT ON COLUMN job.scope IS 'how far the session or token of who asked may use their rights';
COMMENT ON COLUMN job.claim IS 'names one attempt: a service that lost the job to another can''t end it';
COMMENT ON COLUMN job.alive_at IS 'last sign of life of that attempt; an old one is free to be taken up again';
COMMENT ON COLUMN job.said IS 'a message, key and arguments: what was done, or why it was not';
CREATE INDEX job_to_do ON job (id) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX job_account ON job (account, id);
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE job_file (
    job      bigint PRIMARY KEY REFERENCES job (id) ON DELETE CASCADE,
    name     text NOT NULL CHECK (name ~ '^[A-Za-z0-9._-]{1,120}$'),
    type     text NOT NULL CHECK (length(type) BETWEEN 3 AND 120),
    content  bytea NOT NULL
);

-- A job is its owner's alone; the service itself (account 0) finds what is to be done and sweeps, and opens no file.
CREATE POLICY own ON job USING (account = (SELECT present_account()) OR (SELECT present_account()) = 0);
CREATE POLICY own ON job_file USING (EXISTS (
    SELECT FROM job j WHERE j.id = job_file.job AND j.account = (SELECT present_account())));
ALTER TABLE job ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_file ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE, DELETE ON job TO preau_service;
GRANT SELECT, INSERT ON job_file TO preau_service;
