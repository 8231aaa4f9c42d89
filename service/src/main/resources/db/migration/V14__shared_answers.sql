-- Answers given once for many schools (docs/adr/0015). Every row names its owner, the unit in whose name an agent acts, so
-- that who sees it is one comparison; the rows below one go with it.

-- Free groups of an owner's schools, such as « sites sous infogérance ».
CREATE TABLE school_label (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner       text COLLATE "C" NOT NULL CHECK (length(owner) <= 40),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    created_at  timestamptz NOT NULL,
    created_by  bigint NOT NULL,
    deleted_at  timestamptz
);
COMMENT ON TABLE school_label IS 'never deleted: a shared answer given by it still names it';
CREATE UNIQUE INDEX school_label_name ON school_label (owner, lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE school_label_member (
    label  bigint NOT NULL REFERENCES school_label (id),
    uai    text COLLATE "C" NOT NULL REFERENCES school (uai),
    PRIMARY KEY (label, uai)
);

-- One answer to one control for one set of an owner's schools. The set is a rule, not a list: who joins it receives it.
CREATE TABLE shared_answer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign    bigint NOT NULL REFERENCES campaign (id),
    control     text COLLATE "C" NOT NULL,
    owner       text COLLATE "C" NOT NULL CHECK (length(owner) <= 40),
    set_kind    text COLLATE "C" NOT NULL CHECK (set_kind IN ('ALL', 'TYPE', 'COMMUNE', 'LABEL', 'LIST')),
    set_value   text COLLATE "C" NOT NULL CHECK (length(set_value) <= 64),
    label       bigint REFERENCES school_label (id),
    schools     text[] NOT NULL DEFAULT '{}' CHECK (cardinality(schools) <= 5000),
    verdict     text COLLATE "C"
        CHECK (verdict IN ('CONFORME', 'PARTIEL', 'NON_CONFORME', 'NON_APPLICABLE', 'NE_SAIT_PAS')),
    comment     text CHECK (length(comment) BETWEEN 1 AND 4000),
    edition     int NOT NULL DEFAULT 0 CHECK (edition >= 0),
    changed_at  timestamptz NOT NULL,
    changed_by  bigint NOT NULL,
    UNIQUE (campaign, owner, control, set_kind, set_value),
    CHECK ((label IS NOT NULL) = (set_kind = 'LABEL')),
    CHECK ((cardinality(schools) > 0) = (set_kind = 'LIST')),
    CHECK (verdict <> 'NON_APPLICABLE' OR comment IS NOT NULL)
);
COMMENT ON COLUMN shared_answer.set_value IS 'type, INSEE code, label''s id, or digest of the list; empty for ALL';
COMMENT ON COLUMN shared_answer.verdict IS 'null when its first application was undone: it then gives nothing to anybody';
COMMENT ON COLUMN shared_answer.edition IS 'number of applications and undoings so far: what a preview has seen';

-- The last application of a shared answer, with what stood before, as long as it can be undone.
CREATE TABLE shared_application (
    shared          bigint PRIMARY KEY REFERENCES shared_answer (id),
    prior_verdict   text,
    prior_comment   text,
    at              timestamptz NOT NULL,
    account         bigint NOT NULL
);
CREATE TABLE shared_change (
    shared          bigint NOT NULL REFERENCES shared_application (shared),
    audit           bigint NOT NULL REFERENCES audit (id),
    version         int NOT NULL CHECK (version > 0),
    verdict         text,
    comment         text,
    author          bigint NOT NULL,
    party           text NOT NULL,
    at              timestamptz NOT NULL,
    of_shared       bigint,
    of_version      int,
    followed        boolean NOT NULL,
    PRIMARY KEY (shared, audit)
);
COMMENT ON COLUMN shared_change.version IS 'version that the application wrote; the other columns tell what it replaced, verdict null for nothing';

-- Provenance, beside the answer itself. An answer follows the shared answer as long as its version is the one that the
-- shared answer wrote; any other save raises the version, and leaves an exception to it. Version 0: an own answer that
-- an application met and kept.
ALTER TABLE answer
    ADD COLUMN shared bigint REFERENCES shared_answer (id),
    ADD COLUMN shared_version int,
    ADD CHECK ((shared IS NULL) = (shared_version IS NULL)),
    ADD CHECK (shared_version BETWEEN 0 AND version);

-- An application that is undone leaves no answer where there was none, but keeps the version: a page that showed the
-- undone answer must not pass for one that has seen the next.
ALTER TABLE answer ALTER COLUMN verdict DROP NOT NULL;
ALTER TABLE answer ADD CHECK (verdict IS NOT NULL OR (comment IS NULL AND shared IS NULL));

CREATE INDEX answer_shared ON answer (shared) WHERE shared IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON school_label, shared_answer TO preau_service;
GRANT SELECT, INSERT, DELETE ON school_label_member, shared_application TO preau_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON shared_change TO preau_service;
