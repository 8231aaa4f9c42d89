-- The outline of a livrable, edited by several people (docs/adr/0042): every version of it is kept whole, the present one
-- last. Of a heading that is NULL the outline given has the words.
CREATE TABLE deliverable_outline (
    deliverable  bigint NOT NULL REFERENCES deliverable (id),
    version      int NOT NULL CHECK (version > 0),
    author       bigint NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (deliverable, version)
);

CREATE TABLE deliverable_chapter (
    deliverable  bigint NOT NULL,
    version      int NOT NULL,
    place        int NOT NULL CHECK (place > 0),
    section      text COLLATE "C" NOT NULL CHECK (section ~ '^[a-z][a-z0-9-]{0,39}$'),
    heading      text CHECK (length(heading) BETWEEN 1 AND 120),
    shown        boolean NOT NULL,
    PRIMARY KEY (deliverable, version, section),
    UNIQUE (deliverable, version, place),
    FOREIGN KEY (deliverable, version) REFERENCES deliverable_outline (deliverable, version),
    CHECK (heading IS NOT NULL OR section NOT LIKE 'ajout-%'),
    CHECK (shown OR section NOT IN ('methode-et-limites', 'annexes'))
);
COMMENT ON COLUMN deliverable_chapter.section IS 'of the outline given, or ajout-N: its address and its anchor, for good';
COMMENT ON COLUMN deliverable_chapter.shown IS 'whether it stands in the document; its text is kept either way';

-- What there is has the outline that it was written on.
INSERT INTO deliverable_outline (deliverable, version, author, at) SELECT id, 1, created_by, created_at FROM deliverable;
INSERT INTO deliverable_chapter (deliverable, version, place, section, shown)
SELECT d.id, 1, g.place, g.section, true
FROM deliverable d
CROSS JOIN unnest(ARRAY['avant-propos', 'groupe-de-travail', 'mode-de-lecture', 'qui-fait-quoi', 'etat-des-lieux',
    'rarement-tenu', 'evolutions', 'priorites', 'mesures-recommandees', 'methode-et-limites', 'annexes'])
    WITH ORDINALITY AS g (section, place);

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['deliverable_outline', 'deliverable_chapter'] LOOP
        EXECUTE format('CREATE TRIGGER frozen_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_frozen_change()', part);
        EXECUTE format('CREATE POLICY sight ON %1$I FOR SELECT USING ('
            'deliverable IN (SELECT d.id FROM deliverable d))', part);
        EXECUTE format('CREATE POLICY making ON %1$I FOR INSERT WITH CHECK ('
            'deliverable IN (SELECT d.id FROM deliverable d WHERE edits(d.unit)))', part);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO preau_service', part);
    END LOOP;
END $$;
