-- Schools drawn at random for a visit, and what was seen there (docs/adr/0030). A draw can be made again: its seed, its
-- strata and the digest of the schools that it was drawn from are kept.
CREATE TABLE sample (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign  bigint NOT NULL REFERENCES campaign (id),
    unit      text COLLATE "C" NOT NULL CHECK (length(unit) <= 40),
    strata    text COLLATE "C" NOT NULL CHECK (strata IN ('TYPE', 'COLLECTIVITY', 'SIZE')),
    seed      bigint NOT NULL CHECK (seed >= 0),
    asked     int NOT NULL CHECK (asked BETWEEN 1 AND 500),
    frame     int NOT NULL CHECK (frame >= 1),
    digest    text COLLATE "C" NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    at        timestamptz NOT NULL,
    account   bigint NOT NULL
);
COMMENT ON COLUMN sample.frame IS 'schools from which it was drawn: those rendered in the unit that day';
COMMENT ON COLUMN sample.digest IS 'SHA-256 of their UAI in order, one a line';

CREATE TABLE sample_school (
    sample   bigint NOT NULL REFERENCES sample (id),
    audit    bigint NOT NULL REFERENCES audit (id),
    stratum  text COLLATE "C" NOT NULL CHECK (length(stratum) BETWEEN 1 AND 60),
    schools  int NOT NULL CHECK (schools > 0),
    version  int NOT NULL DEFAULT 0 CHECK (version >= 0),
    PRIMARY KEY (sample, audit)
);
COMMENT ON COLUMN sample_school.schools IS 'schools of its stratum in the frame';
COMMENT ON COLUMN sample_school.version IS 'of the record of its visit, 0 before any';
CREATE INDEX sample_school_audit ON sample_school (audit);

-- What was seen of one control, beside what had been declared when it was recorded.
CREATE TABLE sighting (
    sample    bigint NOT NULL,
    audit     bigint NOT NULL REFERENCES audit (id),
    control   text COLLATE "C" NOT NULL,
    declared  text COLLATE "C",
    verdict   text COLLATE "C" NOT NULL CHECK (verdict IN ('CONFORME', 'PARTIEL', 'NON_CONFORME', 'NON_APPLICABLE')),
    note      text CHECK (length(note) BETWEEN 1 AND 2000),
    author    bigint NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (sample, audit, control),
    FOREIGN KEY (sample, audit) REFERENCES sample_school (sample, audit)
);
CREATE INDEX sighting_audit ON sighting (audit);

-- The second lock (V09): with the audit.
DO $$
DECLARE
    part text;
    inside text := '((SELECT looks_inside())'
        ' AND ((SELECT all_of(''sees'')) OR EXISTS (SELECT FROM audit WHERE audit.id = %1$I.audit)))';
BEGIN
    FOREACH part IN ARRAY ARRAY['sample_school', 'sighting'] LOOP
        EXECUTE format('CREATE POLICY sight ON %1$I FOR SELECT USING ' || inside, part);
        EXECUTE format('CREATE POLICY visiting ON %1$I FOR INSERT WITH CHECK ' || inside, part);
        EXECUTE format('CREATE POLICY change ON %1$I FOR UPDATE USING ' || inside, part);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    END LOOP;
END $$;
CREATE POLICY forgetting ON sighting FOR DELETE USING (
    (SELECT looks_inside()) AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = sighting.audit)));
GRANT SELECT, INSERT ON sample, sample_school, sighting TO preau_service;
GRANT UPDATE (version) ON sample_school TO preau_service;
GRANT DELETE ON sighting TO preau_service;
