-- Who may come in, and with which rights. Secrets (session, link, token) are kept as SHA-256 digests only: they are
-- random on 256 bits, so a plain digest is enough; passwords are Argon2id.

CREATE TABLE account (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email          text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
    name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    employer       text NOT NULL CHECK (length(employer) <= 40),
    password_hash  text CHECK (length(password_hash) <= 300),
    created_at     timestamptz NOT NULL,
    disabled_at    timestamptz
);
COMMENT ON COLUMN account.employer IS 'a unit of either tree, as UnitId writes it; the person''s side follows from it';

CREATE TABLE access_grant (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     bigint NOT NULL REFERENCES account (id),
    role        text   NOT NULL
        CHECK (role IN ('AGENT', 'ESTABLISHMENT', 'REVIEWER', 'READER', 'EDITOR', 'ADMINISTRATOR')),
    unit        text   NOT NULL CHECK (length(unit) <= 40),
    since       timestamptz NOT NULL,
    until       timestamptz CHECK (until > since),
    granted_by  bigint NOT NULL,
    revoked_at  timestamptz
);
-- The same right is not held twice, and a person's rights are read at each request.
CREATE UNIQUE INDEX access_grant_once ON access_grant (account, role, unit) WHERE revoked_at IS NULL;
CREATE INDEX access_grant_unit ON access_grant (unit) WHERE revoked_at IS NULL;

CREATE TABLE session (
    digest     bytea PRIMARY KEY CHECK (length(digest) = 32),
    account    bigint NOT NULL REFERENCES account (id),
    opened_at  timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account);

CREATE TABLE one_time_link (
    digest      bytea PRIMARY KEY CHECK (length(digest) = 32),
    account     bigint REFERENCES account (id),
    purpose     text NOT NULL CHECK (purpose IN ('FIRST', 'INVITATION', 'RESET')),
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    CHECK ((account IS NULL) = (purpose = 'FIRST'))
);

CREATE TABLE api_token (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest        bytea  NOT NULL UNIQUE CHECK (length(digest) = 32),
    account       bigint NOT NULL REFERENCES account (id),
    scope         text   NOT NULL CHECK (scope IN ('READ', 'ANSWER', 'REVIEW')),
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL CHECK (expires_at > created_at),
    last_used_at  timestamptz,
    revoked_at    timestamptz
);

-- Failures by account, by address and by both: kept here so that a restart forgets none.
CREATE TABLE sign_in_failure (
    key       bytea PRIMARY KEY CHECK (length(key) = 32),
    failures  int NOT NULL CHECK (failures > 0),
    last_at   timestamptz NOT NULL,
    free_at   timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON account, access_grant, one_time_link, api_token TO preau_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, sign_in_failure TO preau_service;
