-- A closed school that another one has absorbed, and how many audits a decision leaves (docs/adr/0024): the absorbed audit
-- leaves the roster, stays readable, and its decision says where to go on reading.
ALTER TABLE roster_decision
    ADD COLUMN absorbed_by text COLLATE "C" REFERENCES school (uai),
    ADD COLUMN expected int CHECK (expected >= 0),
    ADD CHECK (absorbed_by IS NULL OR (kind = 'CLOSED' AND followed));
COMMENT ON COLUMN roster_decision.absorbed_by IS 'the school that the closed one has merged into, null when it has just closed';
COMMENT ON COLUMN roster_decision.expected IS 'audits that the campaign expects once this was decided; null before there was this column';
