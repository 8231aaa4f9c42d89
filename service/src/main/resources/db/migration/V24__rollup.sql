-- Figures kept beside the answers (docs/adr/0022), so that a page of the nation doesn't read five million rows. Triggers
-- keep them, nearest the data: no writer can forget. A writer only appends what it changed to a delta, in its own
-- transaction, so that writers never wait for each other; one folder adds the deltas up. A reader sums both.
--
-- What an audit counts: its answers of each kind, and what the weights make of them. held_weight is twice the weight
-- held, as in the view tally; the base_ columns are of level 1.

CREATE TABLE audit_tally (
    campaign                   bigint NOT NULL,
    audit                      bigint PRIMARY KEY REFERENCES audit (id),
    answered                   int NOT NULL,
    conforming                 int NOT NULL,
    partial                    int NOT NULL,
    failing                    int NOT NULL,
    inapplicable               int NOT NULL,
    unknown                    int NOT NULL,
    inapplicable_weight        int NOT NULL,
    held_weight                int NOT NULL,
    base_weak                  int NOT NULL,
    base_inapplicable_weight   int NOT NULL,
    base_held_weight           int NOT NULL
) WITH (fillfactor = 80);
CREATE TABLE audit_delta (LIKE audit_tally INCLUDING DEFAULTS)
    WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
COMMENT ON TABLE audit_delta IS 'what was added to an audit''s tally since it was last folded';
CREATE INDEX audit_delta_of ON audit_delta (audit);

-- What a unit of the State's tree counts, by the columns fixed on the audits. answered is over its whole roster, the five
-- verdicts over the rendered audits: what rules.md § 7 calls progress and conformity.
CREATE TABLE unit_tally (
    campaign      bigint NOT NULL,
    unit          text COLLATE "C" NOT NULL,
    school_type   text COLLATE "C" NOT NULL,
    control       text COLLATE "C" NOT NULL,
    answered      int NOT NULL,
    conforming    int NOT NULL,
    partial       int NOT NULL,
    failing       int NOT NULL,
    inapplicable  int NOT NULL,
    unknown       int NOT NULL,
    PRIMARY KEY (campaign, unit, school_type, control)
) WITH (fillfactor = 80);
CREATE TABLE unit_roster (
    campaign     bigint NOT NULL,
    unit         text COLLATE "C" NOT NULL,
    school_type  text COLLATE "C" NOT NULL,
    state        text COLLATE "C" NOT NULL,
    audits       int NOT NULL,
    PRIMARY KEY (campaign, unit, school_type, state)
) WITH (fillfactor = 80);
COMMENT ON TABLE unit_roster IS 'audits by state, the removed ones too';

-- A change to a department and to all that it lies in: of one control, or of the audits in one state.
CREATE TABLE unit_delta (
    campaign      bigint NOT NULL,
    region        text COLLATE "C" NOT NULL,
    academy       text COLLATE "C" NOT NULL,
    department    text COLLATE "C" NOT NULL,
    school_type   text COLLATE "C" NOT NULL,
    control       text COLLATE "C",
    state         text COLLATE "C",
    audits        int NOT NULL DEFAULT 0,
    answered      int NOT NULL DEFAULT 0,
    conforming    int NOT NULL DEFAULT 0,
    partial       int NOT NULL DEFAULT 0,
    failing       int NOT NULL DEFAULT 0,
    inapplicable  int NOT NULL DEFAULT 0,
    unknown       int NOT NULL DEFAULT 0,
    CHECK ((control IS NULL) <> (state IS NULL))
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
CREATE INDEX unit_delta_campaign ON unit_delta (campaign);

-- The service reads the audits' tallies under the second lock; the units' through the functions of R__rollup.sql alone.
GRANT SELECT ON audit_tally, audit_delta TO preau_service;
CREATE POLICY sight ON audit_tally FOR SELECT USING (
    (SELECT looks_inside()) AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = audit_tally.audit)));
CREATE POLICY sight ON audit_delta FOR SELECT USING (
    (SELECT looks_inside()) AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = audit_delta.audit)));
ALTER TABLE audit_tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_delta ENABLE ROW LEVEL SECURITY;
