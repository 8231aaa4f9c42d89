-- The schools of an AMBER livrable by name (docs/adr/0044): frozen with its figures by somebody who sees every one of them,
-- kept beside the dossier, which holds their digest alone, and read by those who see every one of them still.
ALTER TABLE frozen_snapshot ADD COLUMN named int NOT NULL DEFAULT 0 CHECK (named BETWEEN 0 AND expected),
    ADD COLUMN named_sha256 text COLLATE "C" CHECK (named_sha256 ~ '^[0-9a-f]{64}$'),
    ADD CHECK ((named = 0) = (named_sha256 IS NULL));
COMMENT ON COLUMN frozen_snapshot.named IS 'schools frozen by name: every one of the roster, or none';

-- A school as it stood, by its declared answers; until it is rendered it has its coverage alone.
CREATE TABLE frozen_school (
    snapshot         bigint NOT NULL REFERENCES frozen_snapshot (id),
    audit            bigint NOT NULL REFERENCES audit (id),
    uai              text COLLATE "C" NOT NULL,
    name             text NOT NULL,
    school_type      text COLLATE "C" NOT NULL,
    commune          text NOT NULL,
    state            text COLLATE "C" NOT NULL,
    coverage         double precision,
    conformity       double precision,
    base_conformity  double precision,
    weakest          text COLLATE "C" NOT NULL,
    PRIMARY KEY (snapshot, audit)
);
COMMENT ON COLUMN frozen_school.weakest IS 'codes of the themes held least, three at most, the least first';
CREATE TRIGGER frozen_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_school
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_frozen_change();

-- A row goes with its audit, and never further than its snapshot.
ALTER TABLE frozen_school ENABLE ROW LEVEL SECURITY;
CREATE POLICY sight ON frozen_school USING (
    (SELECT looks_inside()) AND snapshot IN (SELECT s.id FROM frozen_snapshot s)
    AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = frozen_school.audit)));
GRANT SELECT, INSERT ON frozen_school TO preau_service;

-- A copy that names schools is its receiver's, who made it: nobody else fetches it, no link leads to it.
ALTER TABLE issue ADD COLUMN named int NOT NULL DEFAULT 0 CHECK (named >= 0),
    ADD CHECK (named = 0 OR label IN ('AMBER', 'AMBER_STRICT'));
COMMENT ON COLUMN issue.named IS 'schools that it names; such a copy is for whoever made it';
DROP POLICY sight ON issued_file;
CREATE POLICY sight ON issued_file USING (issue IN (
    SELECT i.id FROM issue i WHERE i.named = 0 OR (SELECT present_account()) IN (0, i.issued_by)));
CREATE POLICY unnamed ON issue_link AS RESTRICTIVE FOR INSERT WITH CHECK (
    issue IN (SELECT i.id FROM issue i WHERE i.named = 0));
