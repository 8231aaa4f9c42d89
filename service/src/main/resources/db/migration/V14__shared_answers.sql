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
-- Beside the columns of V09: where an answer comes from.
GRANT UPDATE (shared, shared_version) ON answer TO preau_service;

-- The second lock (V09). What was given for many is its owner's: who answers in that unit's name; while schools join a
-- campaign, also who runs it. Others see of it what stands in an answer that they see.
CREATE FUNCTION units_of(list text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN (SELECT array_agg(kind || '-' || code)
        FROM unnest(ARRAY['region', 'academie', 'departement', 'collectivite', 'etablissement']) AS kind,
             unnest(codes(list || '_' || kind)) AS code);
CREATE FUNCTION campaigns_joined() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN CAST(nullif(current_setting('preau.campaigns_joined', true), '') AS bigint[]);

CREATE POLICY sight ON shared_answer FOR SELECT USING (
    (SELECT all_of('answers')) OR owner = ANY ((SELECT units_of('answers'))::text[])
    OR campaign = ANY ((SELECT campaigns_joined())::bigint[])
    OR EXISTS (SELECT FROM answer w WHERE w.campaign = shared_answer.campaign AND w.shared = shared_answer.id));
CREATE POLICY giving ON shared_answer FOR INSERT WITH CHECK (
    (SELECT all_of('answers')) OR owner = ANY ((SELECT units_of('answers'))::text[]));
CREATE POLICY change ON shared_answer FOR UPDATE USING (
    (SELECT all_of('answers')) OR owner = ANY ((SELECT units_of('answers'))::text[])
    OR campaign = ANY ((SELECT campaigns_joined())::bigint[]));

DO $$
DECLARE
    part text;
    -- Who may change the shared answer, not who sees it in an answer.
    owned text := 'EXISTS (SELECT FROM shared_answer s WHERE s.id = %1$I.shared AND ('
        '(SELECT all_of(''answers'')) OR s.owner = ANY ((SELECT units_of(''answers''))::text[])'
        ' OR s.campaign = ANY ((SELECT campaigns_joined())::bigint[])))';
BEGIN
    FOREACH part IN ARRAY ARRAY['shared_application', 'shared_change'] LOOP
        EXECUTE format('CREATE POLICY owned ON %1$I USING (' || owned || ')', part);
    END LOOP;
END $$;

CREATE POLICY sight ON school_label FOR SELECT USING (
    (SELECT all_of('answers')) OR owner = ANY ((SELECT units_of('answers'))::text[])
    OR EXISTS (SELECT FROM shared_answer s WHERE s.label = school_label.id));
CREATE POLICY creation ON school_label FOR INSERT WITH CHECK (
    (SELECT all_of('answers')) OR owner = ANY ((SELECT units_of('answers'))::text[]));
CREATE POLICY change ON school_label FOR UPDATE USING (
    (SELECT all_of('answers')) OR owner = ANY ((SELECT units_of('answers'))::text[]));
CREATE POLICY sight ON school_label_member FOR SELECT USING (
    EXISTS (SELECT FROM school_label l WHERE l.id = school_label_member.label));
CREATE POLICY filling ON school_label_member FOR INSERT WITH CHECK (
    EXISTS (SELECT FROM school_label l WHERE l.id = school_label_member.label));
CREATE POLICY emptying ON school_label_member FOR DELETE USING (
    EXISTS (SELECT FROM school_label l WHERE l.id = school_label_member.label));

ALTER TABLE shared_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE shared_application ENABLE ROW LEVEL SECURITY;
ALTER TABLE shared_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_label ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_label_member ENABLE ROW LEVEL SECURITY;
