-- The journal: one entry for each write, in the writer's transaction, never changed afterwards.
-- An entry holds account ids and short values, never a name nor free text: those lie in journal_text, where they can be
-- erased while the entry, which keeps only a salted digest of them, stays verifiable.

CREATE TABLE journal_entry (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    account      bigint      NOT NULL,
    action       text        NOT NULL CHECK (action ~ '^[a-z]+(\.[a-zA-Z]+)+$'),
    object       text        COLLATE "C" NOT NULL CHECK (length(object) BETWEEN 1 AND 200),
    before       jsonb,
    after        jsonb,
    text_digest  bytea       CHECK (length(text_digest) = 32)
);
COMMENT ON COLUMN journal_entry.account IS '0 is the service itself; otherwise account.id, kept after the account is erased';
COMMENT ON COLUMN journal_entry.object IS 'path of what was written: audit/12, audit/12/SAU-02, account/3; "C" so that a prefix is a range';

-- The history of an object and of all that lies below it, newest first.
CREATE INDEX journal_entry_object ON journal_entry (object, id);

CREATE TABLE journal_text (
    entry  bigint PRIMARY KEY REFERENCES journal_entry (id),
    salt   bytea  NOT NULL CHECK (length(salt) = 16),
    body   text   NOT NULL
);

GRANT INSERT, SELECT ON journal_entry, journal_text TO preau_service;
