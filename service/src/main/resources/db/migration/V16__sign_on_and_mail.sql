-- Coming in by another service, and links that leave by mail (docs/adr/0014).

-- The minutes that somebody spends at the provider. What goes there and what must come back follow from the seed and from
-- the secret of the cookie together: neither this table nor the browser alone knows them.
CREATE TABLE sign_on (
    digest     bytea PRIMARY KEY CHECK (length(digest) = 32),
    seed       bytea NOT NULL CHECK (length(seed) = 32),
    purpose    text COLLATE "C" NOT NULL CHECK (purpose IN ('SIGN_IN', 'INVITATION', 'BINDING')),
    back       text NOT NULL CHECK (length(back) <= 500),
    link       bytea REFERENCES one_time_link (digest),
    account    bigint REFERENCES account (id),
    opened_at  timestamptz NOT NULL,
    CHECK ((link IS NOT NULL) = (purpose = 'INVITATION')),
    CHECK ((account IS NOT NULL) = (purpose = 'BINDING'))
);

-- Who somebody is elsewhere. Only an invitation or a signed-in session writes a row: an address never does.
CREATE TABLE identity_binding (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    issuer    text COLLATE "C" NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    subject   text COLLATE "C" NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    account   bigint NOT NULL REFERENCES account (id),
    name      text NOT NULL CHECK (length(name) <= 200),
    email     text NOT NULL CHECK (length(email) <= 254),
    uid       text NOT NULL CHECK (length(uid) <= 100),
    siret     text COLLATE "C" NOT NULL CHECK (siret ~ '^(\d{14})?$'),
    bound_at  timestamptz NOT NULL,
    used_at   timestamptz,
    UNIQUE (issuer, subject)
);
CREATE INDEX identity_binding_account ON identity_binding (account);
COMMENT ON TABLE identity_binding IS 'name, email, uid and siret are what the provider said then, so that the owner recognises it';

-- What the provider wants to see again when somebody signs out there. It names a person, so it is sealed.
CREATE TABLE provider_token (
    digest     bytea PRIMARY KEY CHECK (length(digest) = 32),
    account    bigint NOT NULL REFERENCES account (id),
    sealed     bytea NOT NULL CHECK (length(sealed) BETWEEN 29 AND 20000),
    opened_at  timestamptz NOT NULL
);
COMMENT ON COLUMN provider_token.sealed IS 'AES-256-GCM with the key of second-factor.key, bound to the account';

-- Mail that is due. No link lies here: each attempt makes its own, sends it, and forgets it.
CREATE TABLE mail (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email     text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    purpose   text COLLATE "C" NOT NULL CHECK (purpose IN ('INVITATION', 'RESET')),
    asked_by  bigint NOT NULL,
    asked_at  timestamptz NOT NULL,
    next_at   timestamptz,
    attempts  int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    fault     text COLLATE "C"
        CHECK (fault IN ('UNREACHABLE', 'INSECURE', 'LOGIN_REFUSED', 'RECIPIENT_REFUSED', 'MESSAGE_REFUSED')),
    UNIQUE (email, purpose)
);
CREATE INDEX mail_due ON mail (next_at) WHERE next_at IS NOT NULL;
COMMENT ON COLUMN mail.email IS 'as typed, known or not: who asks for a forgotten password must not learn which';
COMMENT ON COLUMN mail.asked_by IS 'account that asked, 0 for the page of the forgotten password';
COMMENT ON COLUMN mail.next_at IS 'null when it was given up: the administrator is told';

ALTER TABLE sign_in_notice DROP CONSTRAINT sign_in_notice_kind_check;
ALTER TABLE sign_in_notice ADD CONSTRAINT sign_in_notice_kind_check
    CHECK (kind IN ('RESET_LINK', 'FACTOR_REMOVED', 'FORGOTTEN', 'IDENTITY_BOUND', 'IDENTITY_REMOVED'));

GRANT SELECT, INSERT, DELETE ON sign_on, provider_token TO preau_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_binding, mail TO preau_service;
