-- The two trees: the State's (région académique, académie, department, school) and the collectivities'.
-- Nothing here is ever deleted: a school closes, a collectivity is succeeded, a link ends.

CREATE TABLE region (
    code  text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[0-9A-Z]{2,3}$'),
    name  text COLLATE "fr-x-icu" NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
);
COMMENT ON TABLE region IS 'région académique; COM gathers the overseas collectivities, which have none';

CREATE TABLE academy (
    code    text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[0-9]{2}$'),
    name    text COLLATE "fr-x-icu" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    region  text COLLATE "C" NOT NULL REFERENCES region (code)
);
CREATE INDEX academy_region ON academy (region);

CREATE TABLE department (
    code     text COLLATE "C" PRIMARY KEY CHECK (code ~ '^([0-9]{2,3}|2[AB])$'),
    name     text COLLATE "fr-x-icu" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    academy  text COLLATE "C" NOT NULL REFERENCES academy (code)
);
COMMENT ON TABLE department IS 'the State''s constituency (DSDEN); the elected department is a collectivity';
CREATE INDEX department_academy ON department (academy);

CREATE TABLE collectivity (
    code          text COLLATE "C" PRIMARY KEY CHECK (code ~ '^([0-9][0-9AB][0-9]{3}|[0-9]{9})$'),
    kind          text COLLATE "C" NOT NULL
                  CHECK (kind IN ('COMMUNE', 'EPCI', 'SYNDICAT', 'DEPARTEMENT', 'REGION', 'STATUT_PARTICULIER')),
    name          text COLLATE "fr-x-icu" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    siren         text COLLATE "C" CHECK (siren ~ '^[0-9]{9}$'),
    fictitious    boolean NOT NULL DEFAULT false,
    succeeded_by  text COLLATE "C" REFERENCES collectivity (code) CHECK (succeeded_by <> code)
);
COMMENT ON COLUMN collectivity.code IS 'INSEE code of a commune, else SIREN';
COMMENT ON COLUMN collectivity.siren IS 'filled when known, never the key of a commune';
CREATE UNIQUE INDEX collectivity_siren ON collectivity (siren);
CREATE INDEX collectivity_unit ON collectivity (('collectivite-' || code));

CREATE TABLE school (
    uai           text COLLATE "C" PRIMARY KEY CHECK (uai ~ '^[0-9]{7}[A-HJ-NPR-Z]$'),
    name          text COLLATE "fr-x-icu" NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    type          text COLLATE "C" NOT NULL
                  CHECK (type IN ('ECOLE', 'COLLEGE', 'LYCEE', 'LYCEE_PRO', 'EREA', 'CIO')),
    sector        text COLLATE "C" NOT NULL CHECK (sector IN ('PUBLIC', 'PRIVATE')),
    state         text COLLATE "C" NOT NULL CHECK (state IN ('OPEN', 'CLOSING', 'CLOSED')),
    commune       text COLLATE "C" NOT NULL CHECK (commune ~ '^[0-9][0-9AB][0-9]{3}$'),
    commune_name  text COLLATE "fr-x-icu" NOT NULL CHECK (length(commune_name) BETWEEN 1 AND 200),
    department    text COLLATE "C" NOT NULL REFERENCES department (code),
    nature        text COLLATE "C" CHECK (nature ~ '^[0-9]{3}$'),
    siret         text COLLATE "C" CHECK (siret ~ '^([0-9]{9}|[0-9]{14})$'),
    parent        text COLLATE "C" CHECK (parent ~ '^[0-9]{7}[A-Z]$'),
    search_text   text COLLATE "C" NOT NULL CHECK (search_text ~ '^[a-z0-9 ]+$'),
    fictitious    boolean NOT NULL GENERATED ALWAYS AS (substr(uai, 1, 1) = '8') STORED
);
COMMENT ON COLUMN school.commune IS 'INSEE code as in the directory: may be a municipal district (75112)';
COMMENT ON COLUMN school.nature IS 'the directory''s code_nature: 340 is a collège';
COMMENT ON COLUMN school.siret IS 'as in the directory; an école bears its commune''s, so it is never a key; a SIREN alone at times';
COMMENT ON COLUMN school.parent IS 'UAI of the mother school, which need not be known here';
COMMENT ON COLUMN school.search_text IS 'UAI, name and commune, folded by SearchText';
COMMENT ON COLUMN school.fictitious IS 'the prefixes 800 to 899 belong to no département: they mark invented schools';
CREATE INDEX school_department ON school (department, uai);
CREATE INDEX school_search ON school USING gin (search_text public.gin_trgm_ops);
CREATE INDEX school_unit ON school (('etablissement-' || uai));

-- Which collectivity a school belongs to, since when and until when (a day no longer included).
CREATE TABLE school_collectivity (
    uai           text COLLATE "C" NOT NULL REFERENCES school (uai),
    collectivity  text COLLATE "C" NOT NULL REFERENCES collectivity (code),
    from_day      date NOT NULL,
    to_day        date CHECK (to_day >= from_day),
    source        text COLLATE "C" NOT NULL CHECK (source IN ('RULE', 'FILE', 'DECISION')),
    PRIMARY KEY (uai, from_day)
);
COMMENT ON COLUMN school_collectivity.to_day IS 'null at present; from_day itself for a link undone on the day it was made';
COMMENT ON COLUMN school_collectivity.source IS 'FILE is the override file, which wins over RULE; DECISION wins over both';
-- At most one present link a school: with the key above, periods follow each other and never overlap.
CREATE UNIQUE INDEX school_collectivity_present ON school_collectivity (uai) WHERE to_day IS NULL;
CREATE INDEX school_collectivity_of ON school_collectivity (collectivity) WHERE to_day IS NULL;

CREATE TABLE directory_import (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_name  text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 300),
    sha256     text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    at         timestamptz NOT NULL,
    account    bigint NOT NULL,
    counts     jsonb NOT NULL
);
COMMENT ON COLUMN directory_import.account IS '0 is the service itself';

-- What an import found and leaves to people: open audits and grants follow only by a decision.
CREATE TABLE pending_decision (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    import        bigint NOT NULL REFERENCES directory_import (number),
    kind          text COLLATE "C" NOT NULL CHECK (kind IN ('MOVED', 'MERGED', 'CLOSED', 'ABSENT')),
    uai           text COLLATE "C" REFERENCES school (uai),
    collectivity  text COLLATE "C" REFERENCES collectivity (code),
    successor     text COLLATE "C" REFERENCES collectivity (code),
    outcome       text COLLATE "C" CHECK (outcome IN ('ACCEPTED', 'REFUSED', 'OUTDATED')),
    decided_at    timestamptz,
    decided_by    bigint,
    CHECK ((uai IS NULL) = (kind = 'MERGED')),
    CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decided_by IS NULL))
);
COMMENT ON COLUMN pending_decision.kind IS
    'MOVED: a school, from collectivity to successor; MERGED: all of collectivity''s schools went to successor; '
    'CLOSED: the file says so; ABSENT: a complete file no longer holds the school, which stays open until decided';
CREATE UNIQUE INDEX pending_decision_open ON pending_decision (kind, uai, collectivity, successor)
    NULLS NOT DISTINCT WHERE outcome IS NULL;
CREATE INDEX pending_decision_uai ON pending_decision (uai);

-- Each school with its place in both trees; collectivity is the present one, null for « sans collectivité ».
CREATE VIEW school_placement AS
SELECT s.uai, s.name, s.type, s.sector, s.state, s.commune, s.commune_name, s.department, d.academy, a.region,
       l.collectivity, s.search_text, s.fictitious
FROM school s
JOIN department d ON d.code = s.department
JOIN academy a ON a.code = d.academy
LEFT JOIN school_collectivity l ON l.uai = s.uai AND l.to_day IS NULL;

-- Every unit of both trees by its written id; parent follows the State's tree, a collectivity has none.
CREATE VIEW unit AS
SELECT 'nation' AS id, 'NATION' AS kind, '' AS code, 'France' AS name, CAST(NULL AS text) AS parent
UNION ALL
SELECT 'region-' || code, 'REGION', code, name, 'nation' FROM region
UNION ALL
SELECT 'academie-' || code, 'ACADEMY', code, name, 'region-' || region FROM academy
UNION ALL
SELECT 'departement-' || code, 'DEPARTMENT', code, name, 'academie-' || academy FROM department
UNION ALL
SELECT 'collectivite-' || code, 'COLLECTIVITY', code, name, NULL FROM collectivity
UNION ALL
SELECT 'etablissement-' || uai, 'SCHOOL', uai, name, 'departement-' || department FROM school;

GRANT SELECT, INSERT, UPDATE ON region, academy, department, collectivity, school, school_collectivity, pending_decision
    TO preau_service;
GRANT SELECT, INSERT ON directory_import TO preau_service;
GRANT SELECT ON school_placement, unit TO preau_service;
