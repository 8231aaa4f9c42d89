-- Corrective actions (docs/adr/0021): what is being done about a weak answer, in one or in many schools. An action is about
-- a control by its code, in the name of one unit; the audits that it came from tell the schools, and it outlives their
-- campaign.
CREATE TABLE corrective_action (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner       text COLLATE "C" NOT NULL CHECK (length(owner) <= 40),
    campaign    bigint NOT NULL REFERENCES campaign (id),
    control     text COLLATE "C" NOT NULL,
    theme       text COLLATE "C" NOT NULL,
    title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    party       text NOT NULL CHECK (party IN ('ETAT', 'COLLECTIVITE', 'ETABLISSEMENT', 'PARTAGE')),
    due_on      date NOT NULL,
    cost        int CHECK (cost BETWEEN 0 AND 100000000),
    note        text CHECK (length(note) BETWEEN 1 AND 4000),
    schools     int NOT NULL CHECK (schools > 0),
    state       text NOT NULL DEFAULT 'PLANNED' CHECK (state IN ('PLANNED', 'IN_PROGRESS', 'DONE', 'GIVEN_UP')),
    version     int NOT NULL DEFAULT 1 CHECK (version > 0),
    created_at  timestamptz NOT NULL,
    created_by  bigint NOT NULL,
    changed_at  timestamptz NOT NULL,
    changed_by  bigint NOT NULL
);
COMMENT ON COLUMN corrective_action.owner IS 'the unit in whose name it was planned, and that keeps it';
COMMENT ON COLUMN corrective_action.campaign IS 'where the weakness was seen; the action goes on after it';
COMMENT ON COLUMN corrective_action.cost IS 'whole euros';
COMMENT ON COLUMN corrective_action.schools IS 'size of the set, fixed when planned: who sees fewer doesn''t see all of it';

-- The schools of an action, by the audits in which the weakness was seen; never changed.
CREATE TABLE action_school (
    action  bigint NOT NULL REFERENCES corrective_action (id),
    audit   bigint NOT NULL REFERENCES audit (id),
    PRIMARY KEY (action, audit)
);
CREATE INDEX action_school_audit ON action_school (audit);

GRANT SELECT, INSERT ON corrective_action, action_school TO preau_service;
GRANT UPDATE (title, party, due_on, cost, note, state, version, changed_at, changed_by) ON corrective_action TO preau_service;

-- The second lock (V09): a school's row goes with its audit, the action with its owner or with a row that one sees. Who
-- plans or moves one is in the shorter list, of those who answer.
DO $$
DECLARE
    -- As in V09: an audit that lies in a unit where the person answers.
    answered text := $lies$
        ((SELECT all_of('answers'))
         OR audit.region = ANY ((SELECT codes('answers_region'))::text[])
         OR audit.academy = ANY ((SELECT codes('answers_academie'))::text[])
         OR audit.department = ANY ((SELECT codes('answers_departement'))::text[])
         OR audit.uai = ANY ((SELECT codes('answers_etablissement'))::text[])
         OR (audit.collectivity = ANY ((SELECT codes('answers_collectivite'))::text[])
             AND audit.campaign = ANY ((SELECT counted_campaigns())::bigint[]))
         OR audit.uai IN (
             SELECT l.uai FROM school_collectivity l
             WHERE l.to_day IS NULL AND l.collectivity = ANY ((SELECT codes('answers_collectivite'))::text[])))$lies$;
    owned text := '(SELECT all_of(''answers'')) OR owner = ANY ((SELECT units_of(''answers''))::text[])';
BEGIN
    CREATE POLICY sight ON action_school FOR SELECT USING (
        (SELECT looks_inside())
        AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = action_school.audit)));
    EXECUTE 'CREATE POLICY planning ON action_school FOR INSERT WITH CHECK (EXISTS ('
        'SELECT FROM audit WHERE audit.id = action_school.audit AND ' || answered || '))';
    EXECUTE 'CREATE POLICY sight ON corrective_action FOR SELECT USING (' || owned
        || ' OR EXISTS (SELECT FROM action_school s WHERE s.action = corrective_action.id))';
    EXECUTE 'CREATE POLICY planning ON corrective_action FOR INSERT WITH CHECK (' || owned || ')';
    EXECUTE 'CREATE POLICY change ON corrective_action FOR UPDATE USING (' || owned
        || ' OR EXISTS (SELECT FROM action_school s JOIN audit ON audit.id = s.audit'
        || ' WHERE s.action = corrective_action.id AND ' || answered || '))';
END $$;

ALTER TABLE corrective_action ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_school ENABLE ROW LEVEL SECURITY;
