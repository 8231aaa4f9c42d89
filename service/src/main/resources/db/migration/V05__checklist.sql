-- Published versions of the checklist, every field of the file in a column of its own.
-- A version is written once, its parts first and its head (checklist) last: from then on nothing can be added, changed
-- or removed, whoever asks. What its columns say is held by checklist.sha256, recomputed from all of them at each start.

CREATE DOMAIN checklist_text AS text CHECK (VALUE ~ '\S' AND length(VALUE) <= 2000);

CREATE SEQUENCE checklist_id AS bigint;

CREATE TABLE checklist (
    id            bigint         PRIMARY KEY,
    identifier    text           COLLATE "C" NOT NULL CHECK (identifier ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(identifier) <= 80),
    version       text           COLLATE "C" NOT NULL CHECK (version ~ '^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$'),
    day           date           NOT NULL,
    language      text           COLLATE "C" NOT NULL CHECK (language ~ '^[a-z]{2}$'),
    title         checklist_text NOT NULL,
    description   checklist_text NOT NULL,
    licence       checklist_text NOT NULL,
    warning       checklist_text NOT NULL,
    document      jsonb          NOT NULL CHECK (jsonb_typeof(document) = 'object'),
    sha256        text           COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    published_at  timestamptz    NOT NULL,
    UNIQUE (identifier, version)
);
COMMENT ON TABLE checklist IS 'One published version of a checklist; inserted last, after its parts';
COMMENT ON COLUMN checklist.document IS 'The whole file as it was published; the columns and parts say the same';
COMMENT ON COLUMN checklist.sha256 IS 'Of the canonical form of the file: sorted keys, UTF-8, no spaces (ADR 0006)';

-- The parts refer to a head that comes after them: their link to it is checked at the end of the transaction.
CREATE TABLE checklist_level (
    checklist  bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    level      smallint       NOT NULL CHECK (level BETWEEN 1 AND 3),
    code       text           COLLATE "C" NOT NULL CHECK (code IN ('SOCLE', 'STANDARD', 'RENFORCE')),
    label      checklist_text NOT NULL,
    PRIMARY KEY (checklist, level),
    UNIQUE (checklist, code)
);

CREATE TABLE checklist_weight (
    checklist  bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    weight     smallint       NOT NULL CHECK (weight BETWEEN 1 AND 3),
    label      checklist_text NOT NULL,
    PRIMARY KEY (checklist, weight)
);

CREATE TABLE checklist_gain (
    checklist  bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    gain       smallint       NOT NULL CHECK (gain BETWEEN 1 AND 3),
    label      checklist_text NOT NULL,
    PRIMARY KEY (checklist, gain)
);

CREATE TABLE checklist_effort (
    checklist  bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    effort     smallint       NOT NULL CHECK (effort BETWEEN 1 AND 3),
    label      checklist_text NOT NULL,
    PRIMARY KEY (checklist, effort)
);

CREATE TABLE checklist_party (
    checklist  bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    party      text           COLLATE "C" NOT NULL CHECK (party IN ('ETAT', 'COLLECTIVITE', 'ETABLISSEMENT', 'PARTAGE')),
    position   smallint       NOT NULL CHECK (position > 0),
    label      checklist_text NOT NULL,
    PRIMARY KEY (checklist, party),
    UNIQUE (checklist, position)
);

CREATE TABLE checklist_school_type (
    checklist    bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    school_type  text           COLLATE "C" NOT NULL
        CHECK (school_type IN ('ECOLE', 'COLLEGE', 'LYCEE', 'LYCEE_PRO', 'EREA', 'CIO')),
    position     smallint       NOT NULL CHECK (position > 0),
    label        checklist_text NOT NULL,
    PRIMARY KEY (checklist, school_type),
    UNIQUE (checklist, position)
);

CREATE TABLE checklist_evidence_type (
    checklist      bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    evidence_type  text           COLLATE "C" NOT NULL CHECK (evidence_type ~ '^[A-Z][A-Z_]{0,29}$'),
    position       smallint       NOT NULL CHECK (position > 0),
    label          checklist_text NOT NULL,
    PRIMARY KEY (checklist, evidence_type),
    UNIQUE (checklist, position)
);

CREATE TABLE checklist_answer (
    checklist      bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    verdict        text           COLLATE "C" NOT NULL,
    position       smallint       NOT NULL CHECK (position > 0),
    label          checklist_text NOT NULL,
    value          numeric(2, 1),
    brings_advice  boolean        NOT NULL,
    PRIMARY KEY (checklist, verdict),
    UNIQUE (checklist, position),
    CHECK (CASE verdict
        WHEN 'CONFORME' THEN value = 1
        WHEN 'PARTIEL' THEN value = 0.5
        WHEN 'NON_CONFORME' THEN value = 0
        WHEN 'NE_SAIT_PAS' THEN value = 0
        WHEN 'NON_APPLICABLE' THEN value IS NULL
        ELSE false END IS TRUE)
);
COMMENT ON COLUMN checklist_answer.value IS 'Share of the weight that is earned; null: the control is not counted';

CREATE TABLE theme (
    checklist    bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    code         text           COLLATE "C" NOT NULL CHECK (code ~ '^[A-Z0-9]{2,8}$'),
    position     smallint       NOT NULL CHECK (position > 0),
    title        checklist_text NOT NULL,
    description  checklist_text NOT NULL,
    PRIMARY KEY (checklist, code),
    UNIQUE (checklist, position)
);

CREATE TABLE control (
    checklist       bigint         NOT NULL REFERENCES checklist DEFERRABLE INITIALLY DEFERRED,
    code            text           COLLATE "C" NOT NULL CHECK (code ~ '^[A-Z0-9]{2,8}-[0-9]{2,3}$'),
    position        smallint       NOT NULL CHECK (position > 0),
    theme           text           COLLATE "C" NOT NULL,
    title           checklist_text NOT NULL,
    requirement     checklist_text NOT NULL,
    question        checklist_text NOT NULL,
    help            checklist_text NOT NULL,
    advice          checklist_text NOT NULL,
    party           text           COLLATE "C" NOT NULL,
    party_by_type   jsonb          NOT NULL CHECK (jsonb_typeof(party_by_type) = 'object'),
    school_types    text[]         COLLATE "C" NOT NULL CHECK (cardinality(school_types) > 0),
    level           smallint       NOT NULL,
    level_by_type   jsonb          NOT NULL CHECK (jsonb_typeof(level_by_type) = 'object'),
    weight          smallint       NOT NULL,
    gain            smallint       NOT NULL,
    effort          smallint       NOT NULL,
    evidence_types  text[]         COLLATE "C" NOT NULL,
    attachment      text           COLLATE "C" NOT NULL CHECK (attachment IN ('AUTORISEE', 'INTERDITE')),
    period_months   smallint       NOT NULL CHECK (period_months BETWEEN 1 AND 120),
    pssie           text[]         COLLATE "C" NOT NULL,
    anssi_hygiene   smallint[]     NOT NULL CHECK (1 <= ALL (anssi_hygiene) AND 42 >= ALL (anssi_hygiene)),
    recyf           text[]         COLLATE "C" NOT NULL,
    rgpd            text[]         COLLATE "C" NOT NULL,
    other_sources   text[]         COLLATE "C" NOT NULL,
    PRIMARY KEY (checklist, code),
    UNIQUE (checklist, position),
    FOREIGN KEY (checklist, theme) REFERENCES theme (checklist, code),
    FOREIGN KEY (checklist, party) REFERENCES checklist_party (checklist, party),
    FOREIGN KEY (checklist, level) REFERENCES checklist_level (checklist, level),
    FOREIGN KEY (checklist, weight) REFERENCES checklist_weight (checklist, weight),
    FOREIGN KEY (checklist, gain) REFERENCES checklist_gain (checklist, gain),
    FOREIGN KEY (checklist, effort) REFERENCES checklist_effort (checklist, effort),
    CHECK (school_types <@ ARRAY['ECOLE', 'COLLEGE', 'LYCEE', 'LYCEE_PRO', 'EREA', 'CIO']),
    -- An exception is for a type to which the control applies.
    CHECK (party_by_type - school_types = '{}' AND level_by_type - school_types = '{}'),
    CHECK (jsonb_path_query_array(party_by_type, '$.*') <@ '["ETAT", "COLLECTIVITE", "ETABLISSEMENT", "PARTAGE"]'),
    CHECK (jsonb_path_query_array(level_by_type, '$.*') <@ '[1, 2, 3]')
);
COMMENT ON COLUMN control.party IS 'Who is responsible, unless party_by_type names another for the type of school';
COMMENT ON COLUMN control.level IS 'Level at which it is asked, unless level_by_type names another for the type of school';
COMMENT ON COLUMN control.attachment IS 'INTERDITE: its evidence is looked at on the spot, never stored';

-- What a control is for one type of school, exceptions applied: the set that a campaign asks is chosen from here.
CREATE VIEW control_for_type WITH (security_invoker = true) AS
SELECT c.checklist,
       t.school_type,
       c.code AS control,
       c.theme,
       c.position,
       coalesce((c.level_by_type ->> t.school_type)::smallint, c.level) AS level,
       c.weight,
       coalesce(c.party_by_type ->> t.school_type, c.party) AS party
FROM control c
CROSS JOIN LATERAL unnest(c.school_types) AS t (school_type);

-- What a cited code means, in our own words, and the usual split of roles: aids to the reader, not part of any version.
-- They may be improved by a release and are set to what it ships at each start.
CREATE TABLE reference (
    source    text           COLLATE "C" NOT NULL CHECK (source IN ('PSSIE', 'ANSSI_HYGIENE', 'RECYF', 'RGPD')),
    code      text           COLLATE "C" NOT NULL CHECK (code ~ '\S' AND length(code) <= 40),
    position  smallint       NOT NULL CHECK (position > 0),
    chapter   checklist_text,
    meaning   checklist_text NOT NULL,
    PRIMARY KEY (source, code)
);

CREATE TABLE theme_roles (
    theme          text           COLLATE "C" PRIMARY KEY CHECK (theme ~ '^[A-Z0-9]{2,8}$'),
    state          checklist_text NOT NULL,
    collectivity   checklist_text NOT NULL,
    establishment  checklist_text NOT NULL
);

CREATE FUNCTION refuse_checklist_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published checklist never changes (% on %): publish a new version instead', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE FUNCTION refuse_checklist_addition() RETURNS trigger LANGUAGE plpgsql SET search_path = preau, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a JOIN checklist c ON c.id = a.checklist) THEN
        RAISE EXCEPTION 'nothing is added to a published checklist (%): publish a new version instead', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END;
$$;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['checklist', 'checklist_level', 'checklist_weight', 'checklist_gain',
        'checklist_effort', 'checklist_party', 'checklist_school_type', 'checklist_evidence_type', 'checklist_answer',
        'theme', 'control']
    LOOP
        EXECUTE format('CREATE TRIGGER published_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_checklist_change()', part);
        IF part <> 'checklist' THEN
            EXECUTE format('CREATE TRIGGER published_takes_no_more AFTER INSERT ON %I '
                'REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_checklist_addition()', part);
        END IF;
    END LOOP;
END;
$$;

GRANT SELECT, INSERT ON checklist, checklist_level, checklist_weight, checklist_gain, checklist_effort, checklist_party,
    checklist_school_type, checklist_evidence_type, checklist_answer, theme, control TO preau_service;
GRANT USAGE ON SEQUENCE checklist_id TO preau_service;
GRANT SELECT ON control_for_type TO preau_service;
GRANT SELECT, INSERT, UPDATE ON reference, theme_roles TO preau_service;
