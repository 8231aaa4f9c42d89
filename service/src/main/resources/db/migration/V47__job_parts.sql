-- A job's file that is too large for memory lies in parts, and says of which audits it tells (docs/adr/0043).

ALTER TABLE job_file ADD COLUMN rights text[] COLLATE "C" NOT NULL DEFAULT '{}';
ALTER TABLE job_file ADD COLUMN audits integer NOT NULL DEFAULT 0 CHECK (audits >= 0);
COMMENT ON COLUMN job_file.rights IS 'role and unit of each grant with which it was made: who has lost one does not get it';
COMMENT ON COLUMN job_file.audits IS 'how many audits it tells of: all of them must be in sight when it is fetched';

CREATE TABLE job_part (
    job      bigint NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    number   integer NOT NULL CHECK (number >= 0),
    content  bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576),
    PRIMARY KEY (job, number)
);
COMMENT ON TABLE job_part IS 'what follows the content of job_file, in order';
-- A ZIP is compressed already.
ALTER TABLE job_part ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE job_audit (
    job    bigint NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    audit  bigint NOT NULL REFERENCES audit (id),
    PRIMARY KEY (job, audit)
);
CREATE INDEX job_audit_audit ON job_audit (audit);
COMMENT ON TABLE job_audit IS 'the audits that a job''s file tells of; a row shows while its audit is in sight';

CREATE POLICY own ON job_part USING (EXISTS (
    SELECT FROM job j WHERE j.id = job_part.job AND j.account = (SELECT present_account())));
CREATE POLICY own ON job_audit USING (
    EXISTS (SELECT FROM job j WHERE j.id = job_audit.job AND j.account = (SELECT present_account()))
    AND EXISTS (SELECT FROM audit a WHERE a.id = job_audit.audit));
ALTER TABLE job_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_audit ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON job_part, job_audit TO preau_service;
