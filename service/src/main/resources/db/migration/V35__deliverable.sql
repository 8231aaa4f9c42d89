-- The livrable (docs/adr/0032): figures frozen once, texts with their history, a dossier for each proposal, signatures.
-- What is frozen, written, proposed or signed is never changed, whoever asks; a deliverable alone moves, by its steps.

-- Figures of a campaign at one moment, for a unit. What one edition has published of a campaign is taken over as it was
-- by every later snapshot (docs/adr/0033): two editions never hold two figures of the same schools.
CREATE TABLE frozen_snapshot (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign  bigint NOT NULL REFERENCES campaign (id),
    unit      text COLLATE "C" NOT NULL CHECK (length(unit) <= 40),
    taken_at  timestamptz NOT NULL,
    taken_by  bigint NOT NULL,
    expected  bigint NOT NULL CHECK (expected >= 0),
    rendered  bigint NOT NULL CHECK (rendered BETWEEN 0 AND expected),
    sha256    text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX frozen_snapshot_campaign ON frozen_snapshot (campaign);

-- The rendered schools of one type in one department; those of a collectivity that has agreed to appear stand apart.
CREATE TABLE frozen_stratum (
    snapshot      bigint NOT NULL REFERENCES frozen_snapshot (id),
    academy       text COLLATE "C" NOT NULL,
    department    text COLLATE "C" NOT NULL,
    school_type   text COLLATE "C" NOT NULL,
    collectivity  text COLLATE "C" NOT NULL,
    origin        bigint NOT NULL REFERENCES frozen_snapshot (id),
    heaviest      bigint NOT NULL CHECK (heaviest >= 0),
    PRIMARY KEY (snapshot, department, school_type, collectivity)
);
COMMENT ON COLUMN frozen_stratum.collectivity IS 'empty for all that don''t stand apart, together';
COMMENT ON COLUMN frozen_stratum.origin IS 'the snapshot that counted it; a later one takes over what was published';
COMMENT ON COLUMN frozen_stratum.heaviest IS 'twice the weight that one school of the type is asked';

-- How many schools of which collectivity stand behind it.
CREATE TABLE frozen_behind (
    snapshot      bigint NOT NULL REFERENCES frozen_snapshot (id),
    department    text COLLATE "C" NOT NULL,
    school_type   text COLLATE "C" NOT NULL,
    collectivity  text COLLATE "C" NOT NULL,
    schools       int NOT NULL CHECK (schools > 0),
    PRIMARY KEY (snapshot, department, school_type, collectivity)
);
COMMENT ON COLUMN frozen_behind.collectivity IS 'empty for schools without';

-- The columns of the view tally by control, summed over a stratum's schools.
CREATE TABLE frozen_figure (
    snapshot        bigint NOT NULL REFERENCES frozen_snapshot (id),
    academy         text COLLATE "C" NOT NULL,
    department      text COLLATE "C" NOT NULL,
    school_type     text COLLATE "C" NOT NULL,
    collectivity    text COLLATE "C" NOT NULL,
    control         text COLLATE "C" NOT NULL,
    theme           text COLLATE "C" NOT NULL,
    level           smallint NOT NULL,
    asked           bigint NOT NULL,
    conforming      bigint NOT NULL,
    partial         bigint NOT NULL,
    failing         bigint NOT NULL,
    inapplicable    bigint NOT NULL,
    unknown         bigint NOT NULL,
    counted_weight  bigint NOT NULL,
    held_weight     bigint NOT NULL,
    PRIMARY KEY (snapshot, department, school_type, collectivity, control)
);

-- First degree, second degree; a CIO is of neither.
CREATE FUNCTION degree_of(school_type text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE school_type WHEN 'ECOLE' THEN 'ECOLE' WHEN 'CIO' THEN '' ELSE 'SECOND' END;

CREATE TABLE deliverable (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit          text COLLATE "C" NOT NULL CHECK (length(unit) <= 40),
    title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    label         text COLLATE "C" NOT NULL CHECK (label IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT')),
    snapshot      bigint NOT NULL REFERENCES frozen_snapshot (id),
    earlier       bigint REFERENCES frozen_snapshot (id),
    state         text COLLATE "C" NOT NULL DEFAULT 'DRAFT'
        CHECK (state IN ('DRAFT', 'PROPOSED', 'APPROVED', 'PUBLISHED', 'WITHDRAWN', 'REPLACED')),
    round         int NOT NULL DEFAULT 0 CHECK (round >= 0),
    replaces      bigint REFERENCES deliverable (id),
    changes       text CHECK (length(changes) BETWEEN 1 AND 2000),
    number        int CHECK (number > 0),
    published_at  timestamptz,
    created_at    timestamptz NOT NULL,
    created_by    bigint NOT NULL,
    UNIQUE (unit, number),
    CHECK ((number IS NULL) = (published_at IS NULL)),
    CHECK ((number IS NULL) = (state IN ('DRAFT', 'PROPOSED', 'APPROVED'))),
    CHECK ((replaces IS NULL) = (changes IS NULL) OR number IS NULL)
);
COMMENT ON COLUMN deliverable.round IS 'number of proposals so far; a signature is for one';
COMMENT ON COLUMN deliverable.changes IS 'what it changes of the edition that it replaces; said before it is published';

-- Every version of every text, the present one last.
CREATE TABLE deliverable_text (
    deliverable  bigint NOT NULL REFERENCES deliverable (id),
    section      text COLLATE "C" NOT NULL CHECK (length(section) <= 40),
    version      int NOT NULL CHECK (version > 0),
    body         text NOT NULL CHECK (length(body) <= 20000),
    author       bigint NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (deliverable, section, version)
);

-- What was proposed, whole: texts and tables as they will be read. Its digest is what people sign.
CREATE TABLE dossier (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deliverable  bigint NOT NULL REFERENCES deliverable (id),
    round        int NOT NULL CHECK (round > 0),
    content      text NOT NULL,
    sha256       text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    frozen_at    timestamptz NOT NULL,
    frozen_by    bigint NOT NULL,
    UNIQUE (deliverable, round)
);

-- Which rows it shows, and why not the others.
CREATE TABLE dossier_row (
    dossier   bigint NOT NULL REFERENCES dossier (id),
    snapshot  bigint NOT NULL REFERENCES frozen_snapshot (id),
    family    text COLLATE "C" NOT NULL,
    unit      text COLLATE "C" NOT NULL,
    slice     text COLLATE "C" NOT NULL,
    hidden    text COLLATE "C",
    PRIMARY KEY (dossier, snapshot, family, unit, slice)
);

CREATE TABLE dossier_signature (
    dossier   bigint NOT NULL REFERENCES dossier (id),
    account   bigint NOT NULL,
    side      text COLLATE "C" NOT NULL CHECK (side IN ('STATE', 'COLLECTIVITY')),
    employer  text COLLATE "C" NOT NULL CHECK (length(employer) <= 40),
    at        timestamptz NOT NULL,
    PRIMARY KEY (dossier, account)
);
COMMENT ON COLUMN dossier_signature.side IS 'as the employer was when it was signed';

-- Lowering a label takes two: one asks, another decides.
CREATE TABLE label_request (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deliverable  bigint NOT NULL REFERENCES deliverable (id),
    label        text COLLATE "C" NOT NULL CHECK (label IN ('CLEAR', 'GREEN', 'AMBER')),
    reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
    asked_at     timestamptz NOT NULL,
    asked_by     bigint NOT NULL,
    outcome      text COLLATE "C" CHECK (outcome IN ('ACCEPTED', 'REFUSED')),
    decided_at   timestamptz,
    decided_by   bigint,
    CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)),
    CHECK (decided_by <> asked_by)
);
CREATE UNIQUE INDEX label_request_open ON label_request (deliverable) WHERE outcome IS NULL;

-- A collectivity's agreement to appear by name in the figures of a campaign, as long as it is not ended.
CREATE TABLE appearance (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign      bigint NOT NULL REFERENCES campaign (id),
    collectivity  text COLLATE "C" NOT NULL REFERENCES collectivity (code),
    given_at      timestamptz NOT NULL,
    given_by      bigint NOT NULL,
    ended_at      timestamptz,
    ended_by      bigint,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX appearance_live ON appearance (campaign, collectivity) WHERE ended_at IS NULL;

CREATE FUNCTION refuse_frozen_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what is frozen never changes (% on %): make a new edition', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

-- Published, an edition only leaves: nothing that its readers have seen moves.
CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.number IS NOT NULL AND (
        (NEW.state <> OLD.state AND (OLD.state <> 'PUBLISHED' OR NEW.state NOT IN ('WITHDRAWN', 'REPLACED')))
        OR (NEW.id, NEW.unit, NEW.title, NEW.label, NEW.snapshot, NEW.earlier, NEW.round, NEW.replaces, NEW.changes,
            NEW.number, NEW.published_at, NEW.created_at, NEW.created_by)
           IS DISTINCT FROM
           (OLD.id, OLD.unit, OLD.title, OLD.label, OLD.snapshot, OLD.earlier, OLD.round, OLD.replaces, OLD.changes,
            OLD.number, OLD.published_at, OLD.created_at, OLD.created_by)) THEN
        RAISE EXCEPTION 'edition % of % is published: make a new one', OLD.number, OLD.unit
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER published_never_changes BEFORE UPDATE ON deliverable FOR EACH ROW EXECUTE FUNCTION keep_published();

-- Whether the person runs the unit, or one that it lies in; the service itself reads what was published, for everybody.
-- In plpgsql, which looks for lineage() when it runs: that one is repeatable, and made later.
CREATE FUNCTION edits(unit text) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = preau, pg_temp AS $$
BEGIN
    RETURN all_of('runs') OR EXISTS (
        SELECT FROM lineage(unit) AS above (id) WHERE above.id = ANY (units_of('runs')));
END $$;

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['frozen_snapshot', 'frozen_stratum', 'frozen_behind', 'frozen_figure',
        'deliverable_text', 'dossier', 'dossier_row', 'dossier_signature']
    LOOP
        EXECUTE format('CREATE TRIGGER frozen_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_frozen_change()', part);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO preau_service', part);
    END LOOP;
    CREATE POLICY sight ON deliverable FOR SELECT USING (
        edits(unit) OR ((SELECT present_account()) = 0 AND number IS NOT NULL));
    CREATE POLICY sight ON frozen_snapshot FOR SELECT USING (
        edits(unit) OR ((SELECT present_account()) = 0
                        AND EXISTS (SELECT FROM deliverable d WHERE frozen_snapshot.id IN (d.snapshot, d.earlier))));
    FOREACH part IN ARRAY ARRAY['frozen_snapshot', 'deliverable'] LOOP
        EXECUTE format('CREATE POLICY making ON %I FOR INSERT WITH CHECK (edits(unit))', part);
    END LOOP;
    CREATE POLICY change ON deliverable FOR UPDATE USING (edits(unit));
    -- What belongs to a snapshot, a deliverable or a dossier goes with it.
    FOREACH part IN ARRAY ARRAY['frozen_stratum', 'frozen_behind', 'frozen_figure'] LOOP
        EXECUTE format('CREATE POLICY sight ON %1$I FOR SELECT USING ('
            'snapshot IN (SELECT s.id FROM frozen_snapshot s))', part);
        EXECUTE format('CREATE POLICY making ON %1$I FOR INSERT WITH CHECK ('
            'snapshot IN (SELECT s.id FROM frozen_snapshot s WHERE edits(s.unit)))', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['deliverable_text', 'dossier', 'label_request'] LOOP
        EXECUTE format('CREATE POLICY sight ON %1$I FOR SELECT USING ('
            'deliverable IN (SELECT d.id FROM deliverable d))', part);
        EXECUTE format('CREATE POLICY making ON %1$I FOR INSERT WITH CHECK ('
            'deliverable IN (SELECT d.id FROM deliverable d WHERE edits(d.unit)))', part);
    END LOOP;
    CREATE POLICY change ON label_request FOR UPDATE USING (
        deliverable IN (SELECT d.id FROM deliverable d WHERE edits(d.unit)));
    FOREACH part IN ARRAY ARRAY['dossier_row', 'dossier_signature'] LOOP
        EXECUTE format('CREATE POLICY sight ON %1$I FOR SELECT USING (dossier IN (SELECT d.id FROM dossier d))', part);
        EXECUTE format('CREATE POLICY making ON %1$I FOR INSERT WITH CHECK ('
            'dossier IN (SELECT o.id FROM dossier o JOIN deliverable d ON d.id = o.deliverable WHERE edits(d.unit)))', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['frozen_snapshot', 'frozen_stratum', 'frozen_behind', 'frozen_figure',
        'deliverable', 'deliverable_text', 'dossier', 'dossier_row', 'dossier_signature', 'label_request', 'appearance']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    END LOOP;
END $$;

-- Whether a collectivity has agreed is no secret; it alone gives its agreement, and ends it.
CREATE POLICY sight ON appearance FOR SELECT USING (true);
CREATE POLICY making ON appearance FOR INSERT WITH CHECK (
    'collectivite-' || collectivity = ANY (units_of('runs')));
CREATE POLICY change ON appearance FOR UPDATE USING ('collectivite-' || collectivity = ANY (units_of('runs')));

GRANT SELECT, INSERT ON deliverable, label_request, appearance TO preau_service;
GRANT UPDATE (title, label, snapshot, state, round, changes, number, published_at) ON deliverable TO preau_service;
GRANT UPDATE (outcome, decided_at, decided_by) ON label_request TO preau_service;
GRANT UPDATE (ended_at, ended_by) ON appearance TO preau_service;
GRANT EXECUTE ON FUNCTION edits(text), degree_of(text) TO preau_service;
