-- The journal, sealed (ADR 12). Writers only insert their entry; one sealer chains what is committed, afterwards.

-- The writer's transaction, from which the sealer tells what is settled: below the oldest transaction still running,
-- everything is committed or will never be. It is no part of what is sealed: a restored dump keeps its chain.
-- touched: the other objects of an action on many, so that it is one entry that each of them shows.
ALTER TABLE journal_entry
    ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD COLUMN touched text[] COLLATE "C"
        CHECK (cardinality(touched) BETWEEN 1 AND 200000 AND array_position(touched, NULL) IS NULL);

CREATE INDEX journal_entry_settled ON journal_entry (xid, id);
CREATE INDEX journal_entry_account ON journal_entry (account, id);
CREATE INDEX journal_entry_touched ON journal_entry USING gin (touched) WHERE touched IS NOT NULL;

-- One row an entry, in the order of the chain. No foreign key: that the entry is still there is what verification
-- shows, and a key would lock every entry once more.
CREATE TABLE journal_seal (
    position  bigint PRIMARY KEY CHECK (position > 0),
    entry     bigint NOT NULL UNIQUE,
    hash      bytea  NOT NULL CHECK (length(hash) = 32)
);
COMMENT ON COLUMN journal_seal.hash IS 'SHA-256 of the hash before it (32 zeros for the first) and of the entry''s bytes';

-- Column by column: nobody writes somebody else's transaction or an id of their own.
REVOKE INSERT ON journal_entry FROM preau_service;
GRANT INSERT (at, account, action, object, before, after, text_digest, touched) ON journal_entry TO preau_service;
GRANT INSERT, SELECT ON journal_seal TO preau_service;
