-- What shows an answer (docs/adr/0020): a file, a link, or where and when a document was seen. A piece belongs to one
-- audit's answer, or to a shared answer and then shows on each school that follows it.

-- A file once for each holder, under its own digest: the collectivity of the audit, or the unit that answers for many. Two
-- holders never share a row, so that nobody learns that another one has the same file.
CREATE TABLE evidence_blob (
    holder   text COLLATE "C" NOT NULL CHECK (length(holder) <= 40),
    sha256   bytea NOT NULL,
    size     int NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    content  bytea NOT NULL,
    PRIMARY KEY (holder, sha256),
    CHECK (length(content) = size AND sha256(content) = sha256)
);
-- Files are compressed already; and a part of one is then read without the rest of it.
ALTER TABLE evidence_blob ALTER COLUMN content SET STORAGE EXTERNAL;

-- « piece_jointe: INTERDITE » is carried by keys from the published checklist to the piece, and held there by a CHECK.
ALTER TABLE campaign ADD UNIQUE (id, checklist);
ALTER TABLE control ADD UNIQUE (checklist, code, attachment);

CREATE TABLE evidence (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign    bigint NOT NULL,
    checklist   bigint NOT NULL,
    control     text COLLATE "C" NOT NULL,
    attachment  text COLLATE "C" NOT NULL,
    audit       bigint REFERENCES audit (id),
    shared      bigint REFERENCES shared_answer (id),
    holder      text COLLATE "C" NOT NULL CHECK (length(holder) <= 40),
    kind        text COLLATE "C" NOT NULL CHECK (kind IN ('FILE', 'LINK', 'CONSULTATION')),
    title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    format      text COLLATE "C" CHECK (length(format) <= 10),
    sha256      bytea,
    url         text COLLATE "C" CHECK (url ~ '^https://' AND length(url) <= 2000),
    seen_on     date,
    seen_by     text CHECK (length(seen_by) BETWEEN 1 AND 120),
    author      bigint NOT NULL,
    at          timestamptz NOT NULL,
    removed_at  timestamptz,
    removed_by  bigint,
    FOREIGN KEY (campaign, checklist) REFERENCES campaign (id, checklist),
    FOREIGN KEY (checklist, control, attachment) REFERENCES control (checklist, code, attachment),
    FOREIGN KEY (holder, sha256) REFERENCES evidence_blob (holder, sha256),
    CHECK (num_nonnulls(audit, shared) = 1),
    CHECK (kind = 'CONSULTATION' OR attachment = 'AUTORISEE'),
    CHECK ((kind = 'FILE') = (sha256 IS NOT NULL) AND (kind = 'FILE') = (format IS NOT NULL)),
    CHECK ((kind = 'LINK') = (url IS NOT NULL)),
    CHECK ((kind = 'CONSULTATION') = (num_nonnulls(seen_on, seen_by) = 2) AND num_nonnulls(seen_on, seen_by) <> 1),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL))
);
COMMENT ON COLUMN evidence.title IS 'cleaned file name, words of the link, or place where the document was seen';
COMMENT ON COLUMN evidence.removed_at IS 'shown no more, but in what was submitted with it';
CREATE INDEX evidence_of_audit ON evidence (audit, control) WHERE audit IS NOT NULL;
CREATE INDEX evidence_of_shared ON evidence (shared) WHERE shared IS NOT NULL;
CREATE INDEX evidence_of_blob ON evidence (holder, sha256);

-- What each answer of an audit was submitted with: kept by the submission itself, until the next one.
CREATE TABLE rendered_evidence (
    audit     bigint NOT NULL REFERENCES audit (id),
    control   text COLLATE "C" NOT NULL,
    evidence  bigint NOT NULL REFERENCES evidence (id),
    PRIMARY KEY (audit, control, evidence)
);
CREATE INDEX rendered_evidence_of ON rendered_evidence (evidence);

-- What each answer stands with now: its own pieces, and those of the shared answer as long as it follows that. Asked with
-- its campaign, it reads one partition of the answers.
CREATE VIEW live_evidence WITH (security_invoker = true) AS
SELECT e.campaign, e.audit, e.control, e.id AS evidence
FROM evidence e WHERE e.audit IS NOT NULL AND e.removed_at IS NULL
UNION ALL
SELECT w.campaign, w.audit, w.control, e.id
FROM evidence e JOIN answer w ON w.campaign = e.campaign AND w.control = e.control AND w.shared = e.shared
WHERE e.shared IS NOT NULL AND e.removed_at IS NULL AND w.shared_version = w.version;

-- Frees what no answer shows any more, and tells how many bytes the holder's files take. It runs with its owner's rights
-- because whoever attaches a file sees but a part of what their collectivity holds; it gives a number, never a row. The
-- holder is locked to the end of the transaction, so that two uploads can't both take the last of the room.
CREATE FUNCTION evidence_held(of_holder text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
DECLARE
    removed bigint[];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('evidence ' || of_holder, 0));
    -- Locked first: a submission under way that shows one of them has it locked already, and keeps it.
    SELECT array_agg(locked.id) INTO removed FROM (
        SELECT id FROM evidence WHERE holder = of_holder AND removed_at IS NOT NULL FOR UPDATE SKIP LOCKED) AS locked;
    DELETE FROM evidence e WHERE e.id = ANY (removed)
        AND NOT EXISTS (SELECT FROM rendered_evidence r WHERE r.evidence = e.id);
    DELETE FROM evidence_blob b WHERE b.holder = of_holder
        AND NOT EXISTS (SELECT FROM evidence e WHERE e.holder = b.holder AND e.sha256 = b.sha256);
    RETURN (SELECT COALESCE(sum(b.size), 0) FROM evidence_blob b WHERE b.holder = of_holder);
END $$;
REVOKE ALL ON FUNCTION evidence_held(text) FROM PUBLIC;

GRANT SELECT, INSERT ON evidence_blob, evidence TO preau_service;
GRANT UPDATE (removed_at, removed_by) ON evidence TO preau_service;
GRANT SELECT, INSERT, DELETE ON rendered_evidence TO preau_service;
GRANT SELECT ON live_evidence TO preau_service;
GRANT EXECUTE ON FUNCTION evidence_held(text) TO preau_service;

-- The second lock (V09, V14): a piece goes with its audit or its shared answer, a file with a piece that one sees.
DO $$
DECLARE
    given text := $given$
        ((SELECT all_of('answers'))
         OR EXISTS (SELECT FROM audit WHERE audit.id = evidence.audit AND (
            audit.region = ANY ((SELECT codes('answers_region'))::text[])
            OR audit.academy = ANY ((SELECT codes('answers_academie'))::text[])
            OR audit.department = ANY ((SELECT codes('answers_departement'))::text[])
            OR audit.uai = ANY ((SELECT codes('answers_etablissement'))::text[])
            OR (audit.collectivity = ANY ((SELECT codes('answers_collectivite'))::text[])
                AND audit.campaign = ANY ((SELECT counted_campaigns())::bigint[]))
            OR audit.uai IN (
                SELECT l.uai FROM school_collectivity l
                WHERE l.to_day IS NULL AND l.collectivity = ANY ((SELECT codes('answers_collectivite'))::text[]))))
         OR EXISTS (SELECT FROM shared_answer s
                    WHERE s.id = evidence.shared AND s.owner = ANY ((SELECT units_of('answers'))::text[])))$given$;
BEGIN
    EXECUTE 'CREATE POLICY attaching ON evidence FOR INSERT WITH CHECK ' || given;
    EXECUTE 'CREATE POLICY removing ON evidence FOR UPDATE USING ' || given || ' WITH CHECK (true)';
END $$;
CREATE POLICY sight ON evidence FOR SELECT USING (
    (SELECT looks_inside()) AND (
        (SELECT all_of('sees'))
        OR EXISTS (SELECT FROM audit WHERE audit.id = evidence.audit)
        OR EXISTS (SELECT FROM shared_answer s WHERE s.id = evidence.shared)
        OR EXISTS (SELECT FROM rendered_evidence r WHERE r.evidence = evidence.id)));
CREATE POLICY sight ON rendered_evidence FOR SELECT USING (
    (SELECT looks_inside()) AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = rendered_evidence.audit)));
CREATE POLICY keeping ON rendered_evidence FOR INSERT WITH CHECK (
    (SELECT looks_inside()) AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = rendered_evidence.audit)));
CREATE POLICY forgetting ON rendered_evidence FOR DELETE USING (
    (SELECT looks_inside()) AND ((SELECT all_of('sees')) OR EXISTS (SELECT FROM audit WHERE audit.id = rendered_evidence.audit)));
CREATE POLICY sight ON evidence_blob FOR SELECT USING (
    EXISTS (SELECT FROM evidence e WHERE e.holder = evidence_blob.holder AND e.sha256 = evidence_blob.sha256));
CREATE POLICY attaching ON evidence_blob FOR INSERT WITH CHECK (
    (SELECT all_of('answers')) OR (SELECT units_of('answers')) IS NOT NULL);

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE rendered_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_blob ENABLE ROW LEVEL SECURITY;
