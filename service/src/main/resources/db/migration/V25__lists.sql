-- Lists of a campaign's audits at the size of the country. What waits first as a column, because only the comparison of a
-- column may be looked up in an index before a row's policy has been asked: a function's value may not.
ALTER TABLE audit ADD COLUMN waiting smallint NOT NULL GENERATED ALWAYS AS (
    array_position(ARRAY['SENT_BACK', 'IN_PROGRESS', 'TO_DO', 'SUBMITTED', 'VALIDATED', 'REMOVED'], state)) STORED;
COMMENT ON COLUMN audit.waiting IS 'place of the state in a list: what waits first';

-- Any page of a list of many, by key: 50 rows are read in the list's order.
CREATE INDEX audit_waiting ON audit (campaign, waiting, school_name COLLATE "fr-x-icu", id);
CREATE INDEX audit_of_region ON audit (campaign, region, id);
-- The queue of a reviewer, oldest submission first, across campaigns.
CREATE INDEX audit_queue ON audit (submitted_at, id) WHERE state = 'SUBMITTED';
