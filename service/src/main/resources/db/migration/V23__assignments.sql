-- A theme of an audit entrusted to a person. It gives no right: who may answer is decided by grants alone. Its end by
-- completion is not written but read, as what is late is: nothing is left of what the person answers.
CREATE TABLE assignment (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audit        bigint NOT NULL REFERENCES audit (id),
    theme        text COLLATE "C" NOT NULL,
    assignee     bigint NOT NULL REFERENCES account (id),
    parties      text[] NOT NULL CHECK (cardinality(parties) BETWEEN 1 AND 4),
    assigned_at  timestamptz NOT NULL,
    assigned_by  bigint NOT NULL,
    ended_at     timestamptz,
    ended_by     bigint,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
COMMENT ON COLUMN assignment.parties IS 'the controls of the theme that the person may answer, by who they fall to';
COMMENT ON COLUMN assignment.ended_at IS 'when it was taken back or given to somebody else';
CREATE UNIQUE INDEX assignment_present ON assignment (audit, theme) WHERE ended_at IS NULL;
CREATE INDEX assignment_of_person ON assignment (assignee) WHERE ended_at IS NULL;

GRANT SELECT, INSERT ON assignment TO preau_service;
GRANT UPDATE (ended_at, ended_by) ON assignment TO preau_service;

-- The second lock (V09): it goes with its audit; who answers there gives it and takes it back.
DO $$
DECLARE
    answered text := $lies$
        ((SELECT all_of('answers')) OR EXISTS (
            SELECT FROM audit WHERE audit.id = assignment.audit AND (
                audit.region = ANY ((SELECT codes('answers_region'))::text[])
                OR audit.academy = ANY ((SELECT codes('answers_academie'))::text[])
                OR audit.department = ANY ((SELECT codes('answers_departement'))::text[])
                OR audit.uai = ANY ((SELECT codes('answers_etablissement'))::text[])
                OR (audit.collectivity = ANY ((SELECT codes('answers_collectivite'))::text[])
                    AND audit.campaign = ANY ((SELECT counted_campaigns())::bigint[]))
                OR audit.uai IN (
                    SELECT l.uai FROM school_collectivity l
                    WHERE l.to_day IS NULL AND l.collectivity = ANY ((SELECT codes('answers_collectivite'))::text[])))))
        $lies$;
BEGIN
    CREATE POLICY sight ON assignment FOR SELECT USING (
        (SELECT looks_inside())
        AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = assignment.audit)));
    EXECUTE 'CREATE POLICY giving ON assignment FOR INSERT WITH CHECK ' || answered;
    EXECUTE 'CREATE POLICY ending ON assignment FOR UPDATE USING ' || answered || ' WITH CHECK (true)';
END $$;

ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
