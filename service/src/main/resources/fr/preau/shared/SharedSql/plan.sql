-- What an answer would do to the schools of a set, counted, with a digest of all that is told by it; and for the fates
-- that are written, the audits, with the party that the control falls to in each.
WITH school AS MATERIALIZED (
    SELECT c.id, c.state, c.version, c.falls_to,
           answers_as(:q.owner, c.department, c.academy, c.region, c.present_collectivity, c.collectivity, c.falls_to) AS party,
           shared_fate(c.state, c.verdict, c.comment, c.follows, c.shared,
                       CAST(:q.shared AS bigint), CAST(:q.verdict AS text), CAST(:q.comment AS text)) AS fate
    FROM shared_cell c
    WHERE c.campaign = :q.campaign AND c.control = :q.control
      AND (:p.nation OR c.region = ANY(:p.regions) OR c.academy = ANY(:p.academies) OR c.department = ANY(:p.departments)
           OR c.present_collectivity = ANY(:p.collectivities)
           OR (c.collectivity = ANY(:p.collectivities) AND c.closes_on >= :today))
      AND CASE CAST(:q.kind AS text) WHEN 'ALL' THEN true WHEN 'TYPE' THEN c.school_type = :q.value
          WHEN 'COMMUNE' THEN c.commune = :q.value ELSE c.uai = ANY(:q.schools) END
      AND (CAST(:among AS bigint[]) IS NULL OR c.id IN (SELECT unnest(CAST(:among AS bigint[])))))
SELECT (SELECT min(a.falls_to) FROM school a) AS falls_to,
       min(s.party) AS party,
       count(*) FILTER (WHERE s.fate = 'NEW') AS fresh,
       count(*) FILTER (WHERE s.fate = 'MOVED') AS moved,
       count(*) FILTER (WHERE s.fate = 'SAME') AS same,
       count(*) FILTER (WHERE s.fate = 'OWN') AS own,
       count(*) FILTER (WHERE s.fate = 'OTHER') AS other,
       count(*) FILTER (WHERE s.fate = 'LOCKED') AS locked,
       count(*) FILTER (WHERE s.fate = ANY(:written) AND s.state = 'TO_DO') AS beginning,
       substr(encode(sha256(convert_to(concat_ws(',', CAST(:edition AS text),
           string_agg(concat_ws(' ', s.id, s.version, s.fate), ',' ORDER BY s.id)), 'UTF8')), 'hex'), 1, 32) AS seen,
       count(*) FILTER (WHERE s.fate = ANY(:written) AND s.version = 0) AS unanswered,
       COALESCE(array_agg(s.id ORDER BY s.version > 0, s.id) FILTER (WHERE s.fate = ANY(:written)), '{}') AS audits,
       COALESCE(array_agg(s.falls_to ORDER BY s.version > 0, s.id) FILTER (WHERE s.fate = ANY(:written)), '{}') AS parties,
       COALESCE(array_agg(s.id) FILTER (WHERE s.fate = 'OWN' AND NOT s.fate = ANY(:written)), '{}') AS kept
FROM school s
WHERE s.party IS NOT NULL
