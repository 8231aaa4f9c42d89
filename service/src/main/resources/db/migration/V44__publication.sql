-- The publications of a campaign's figures, one after the other (docs/adr/0041): each takes the place after those that it
-- has looked at, so that of two in the same second the later one is refused and looks again.
CREATE TABLE publication (
    campaign     bigint NOT NULL REFERENCES campaign (id),
    place        int NOT NULL CHECK (place > 0),
    deliverable  bigint NOT NULL REFERENCES deliverable (id),
    PRIMARY KEY (campaign, place),
    UNIQUE (campaign, deliverable)
);

INSERT INTO publication (campaign, place, deliverable)
SELECT p.campaign, row_number() OVER (PARTITION BY p.campaign ORDER BY p.published_at, p.id), p.id
FROM (SELECT DISTINCT s.campaign, d.id, d.published_at
      FROM deliverable d JOIN frozen_snapshot s ON s.id IN (d.snapshot, d.earlier)
      WHERE d.number IS NOT NULL) p;

CREATE TRIGGER frozen_never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON publication
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_frozen_change();
CREATE POLICY sight ON publication FOR SELECT USING (deliverable IN (SELECT d.id FROM deliverable d));
CREATE POLICY making ON publication FOR INSERT WITH CHECK (
    deliverable IN (SELECT d.id FROM deliverable d WHERE edits(d.unit)));
ALTER TABLE publication ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON publication TO preau_service;
