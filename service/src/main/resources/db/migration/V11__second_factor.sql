-- The second factor, the minutes between a password and a session, and what an owner is told at the next sign-in.

CREATE TABLE second_factor (
    account    bigint PRIMARY KEY REFERENCES account (id),
    sealed     bytea NOT NULL CHECK (length(sealed) BETWEEN 29 AND 200),
    since      timestamptz NOT NULL,
    last_step  bigint NOT NULL,
    salt       bytea NOT NULL CHECK (length(salt) = 16)
);
COMMENT ON COLUMN second_factor.sealed IS 'AES-256-GCM with the key of second-factor.key, bound to the account';
COMMENT ON COLUMN second_factor.last_step IS 'half minute of the last code taken: none before it is taken again';
COMMENT ON COLUMN second_factor.salt IS 'of the recovery codes, Argon2id';

CREATE TABLE recovery_code (
    account  bigint NOT NULL REFERENCES second_factor (account) ON DELETE CASCADE,
    digest   bytea NOT NULL CHECK (length(digest) = 32),
    used_at  timestamptz,
    PRIMARY KEY (account, digest)
);

-- Asked by one administrator, done by another: a row lives until then, or until somebody drops it.
CREATE TABLE factor_removal (
    account   bigint PRIMARY KEY REFERENCES second_factor (account) ON DELETE CASCADE,
    asked_by  bigint NOT NULL REFERENCES account (id),
    asked_at  timestamptz NOT NULL,
    CHECK (asked_by <> account)
);

-- A password was right and a second factor is due: worth nothing but the page that asks for it.
CREATE TABLE sign_in_step (
    digest     bytea PRIMARY KEY CHECK (length(digest) = 32),
    account    bigint NOT NULL REFERENCES account (id),
    opened_at  timestamptz NOT NULL
);
CREATE INDEX sign_in_step_account ON sign_in_step (account);

CREATE TABLE sign_in_notice (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account  bigint NOT NULL REFERENCES account (id),
    kind     text NOT NULL CHECK (kind IN ('RESET_LINK', 'FACTOR_REMOVED')),
    author   bigint NOT NULL,
    at       timestamptz NOT NULL,
    read_at  timestamptz
);
CREATE INDEX sign_in_notice_unread ON sign_in_notice (account) WHERE read_at IS NULL;
COMMENT ON COLUMN sign_in_notice.author IS 'account that did it, 0 for a command';

-- What its owner closes it by: the digest stays where it is.
ALTER TABLE session ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX session_id ON session (id);

ALTER TABLE api_token ADD COLUMN name text NOT NULL DEFAULT '—' CHECK (length(name) BETWEEN 1 AND 80);
ALTER TABLE api_token ALTER COLUMN name DROP DEFAULT;
CREATE INDEX api_token_account ON api_token (account) WHERE revoked_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code, factor_removal TO preau_service;
GRANT SELECT, INSERT, DELETE ON sign_in_step TO preau_service;
GRANT SELECT, INSERT, UPDATE ON sign_in_notice TO preau_service;
