-- The import's question about a school is answered along with the first decision about one of its audits.
UPDATE pending_decision q
SET outcome = CASE WHEN :followed THEN 'ACCEPTED' ELSE 'REFUSED' END, decided_at = :at, decided_by = :account
FROM audit a
WHERE a.id = ANY(:audits) AND q.uai = a.uai AND q.kind = :kind AND q.outcome IS NULL
