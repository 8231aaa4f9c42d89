-- What a reviewer thinks of a declared answer (docs/adr/0029). It stands beside the answer and never over it: the answer
-- stays as its author gave it. One a control and submission; the next submission begins with none.
CREATE TABLE opinion (
    audit    bigint NOT NULL REFERENCES audit (id),
    round    smallint NOT NULL CHECK (round > 0),
    control  text COLLATE "C" NOT NULL,
    kind     text COLLATE "C" CHECK (kind IN ('ACCEPTED', 'RESERVATION', 'CONTESTED')),
    verdict  text COLLATE "C" CHECK (verdict IN ('CONFORME', 'PARTIEL', 'NON_CONFORME', 'NON_APPLICABLE')),
    reason   text CHECK (length(reason) BETWEEN 1 AND 2000),
    version  int NOT NULL CHECK (version > 0),
    author   bigint NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (audit, round, control),
    CHECK ((kind IS NOT DISTINCT FROM 'CONTESTED') = (verdict IS NOT NULL)),
    CHECK (kind IS NULL AND reason IS NULL OR kind = 'ACCEPTED' OR kind IS NOT NULL AND reason IS NOT NULL)
);
COMMENT ON COLUMN opinion.kind IS 'null once it was taken back; the row stays, for its version';
COMMENT ON COLUMN opinion.verdict IS 'what the reviewer would answer, when contested';

-- What the opinions of validated audits change in a unit's figures: reviewed = declared + moved. A save writes none of it.
ALTER TABLE unit_tally
    ADD moved_conforming int NOT NULL DEFAULT 0, ADD moved_partial int NOT NULL DEFAULT 0,
    ADD moved_failing int NOT NULL DEFAULT 0, ADD moved_inapplicable int NOT NULL DEFAULT 0,
    ADD moved_unknown int NOT NULL DEFAULT 0,
    ADD accepted int NOT NULL DEFAULT 0, ADD reserved int NOT NULL DEFAULT 0, ADD contested int NOT NULL DEFAULT 0;
ALTER TABLE unit_delta
    ADD moved_conforming int NOT NULL DEFAULT 0, ADD moved_partial int NOT NULL DEFAULT 0,
    ADD moved_failing int NOT NULL DEFAULT 0, ADD moved_inapplicable int NOT NULL DEFAULT 0,
    ADD moved_unknown int NOT NULL DEFAULT 0,
    ADD accepted int NOT NULL DEFAULT 0, ADD reserved int NOT NULL DEFAULT 0, ADD contested int NOT NULL DEFAULT 0;
-- They come back with the reading as one more parameter, in R__figures_kept_read.sql.
DROP FUNCTION IF EXISTS kept_figures(bigint, text[]);
DROP FUNCTION IF EXISTS unit_figures(bigint, text[]);
DROP FUNCTION IF EXISTS unit_totals(bigint, text[]);

-- Whether two reviewers are needed to validate: one proposes, another closes.
ALTER TABLE campaign ADD four_eyes boolean NOT NULL DEFAULT false;

-- From a reviewer's first look at a submission to the decision on it: one open review an audit.
CREATE TABLE review (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audit        bigint NOT NULL REFERENCES audit (id),
    round        smallint NOT NULL CHECK (round > 0),
    opened_at    timestamptz NOT NULL,
    opened_by    bigint NOT NULL,
    proposed_at  timestamptz,
    proposed_by  bigint,
    closed_at    timestamptz,
    closed_by    bigint,
    outcome      text COLLATE "C" CHECK (outcome IN ('VALIDATED', 'SENT_BACK')),
    CHECK ((proposed_at IS NULL) = (proposed_by IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT review_four_eyes CHECK (outcome IS DISTINCT FROM 'VALIDATED' OR proposed_by IS NULL OR closed_by <> proposed_by)
);
CREATE UNIQUE INDEX review_open ON review (audit) WHERE closed_at IS NULL;
COMMENT ON COLUMN review.proposed_by IS 'who would validate, where the campaign asks for two reviewers; another one does it';

-- An audit as it was submitted and as it was validated, frozen: nobody changes or deletes a row, the service has no right
-- to. Values only: what was written beside them stays where it can be erased.
CREATE TABLE snapshot (
    audit            bigint NOT NULL REFERENCES audit (id),
    round            smallint NOT NULL CHECK (round > 0),
    moment           text COLLATE "C" NOT NULL CHECK (moment IN ('SUBMITTED', 'VALIDATED')),
    at               timestamptz NOT NULL,
    account          bigint NOT NULL,
    coverage         double precision,
    conformity       double precision,
    base_conformity  double precision,
    cells            jsonb NOT NULL,
    PRIMARY KEY (audit, round, moment)
);
COMMENT ON COLUMN snapshot.cells IS 'by control: [verdict of the reading, declared verdict, opinion]';

-- By what a reviewer's queue is ordered, fixed when the audit is submitted (R__review_queue.sql).
ALTER TABLE audit
    ADD base_weak smallint,
    ADD drift smallint,
    ADD queue_place text;
COMMENT ON COLUMN audit.base_weak IS 'weak answers at the base level, when it was submitted';
COMMENT ON COLUMN audit.drift IS 'thousandths by which its conformity left that of the school''s last rendered audit; -1 for none';
COMMENT ON COLUMN audit.queue_place IS 'name of its collectivity, empty for none, when it was submitted';
CREATE INDEX audit_queue_weak ON audit ((-base_weak), submitted_at, id) WHERE state = 'SUBMITTED';
CREATE INDEX audit_queue_drift ON audit ((-drift), submitted_at, id) WHERE state = 'SUBMITTED';
CREATE INDEX audit_queue_place ON audit (queue_place COLLATE "fr-x-icu", submitted_at, id) WHERE state = 'SUBMITTED';

-- The second lock (V09): with the audit.
DO $$
DECLARE
    part text;
    inside text := '((SELECT looks_inside())'
        ' AND ((SELECT all_of(''sees'')) OR EXISTS (SELECT FROM audit WHERE audit.id = %1$I.audit)))';
BEGIN
    FOREACH part IN ARRAY ARRAY['opinion', 'review', 'snapshot'] LOOP
        EXECUTE format('CREATE POLICY sight ON %1$I FOR SELECT USING ' || inside, part);
        EXECUTE format('CREATE POLICY judging ON %1$I FOR INSERT WITH CHECK ' || inside, part);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    END LOOP;
    FOREACH part IN ARRAY ARRAY['opinion', 'review'] LOOP
        EXECUTE format('CREATE POLICY change ON %1$I FOR UPDATE USING ' || inside, part);
    END LOOP;
END $$;
GRANT SELECT, INSERT ON opinion, review, snapshot TO preau_service;
GRANT UPDATE (kind, verdict, reason, version, author, at) ON opinion TO preau_service;
GRANT UPDATE (proposed_at, proposed_by, closed_at, closed_by, outcome) ON review TO preau_service;
