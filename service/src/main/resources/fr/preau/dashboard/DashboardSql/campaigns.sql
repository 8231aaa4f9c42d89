-- The campaigns that count audits of a unit that unit.sql has found, newest first, as far as states_of shows its audits:
-- kept, so that none is read but a collectivity's own. OFFSET has it asked campaign by campaign.
SELECT c.id, c.name, c.opens_on, c.closes_on, c.checklist
FROM campaign c
WHERE c.opened_at IS NOT NULL
  AND EXISTS (
      SELECT FROM states_of(
          c.id, :s.units, CAST(:s.collectivities AS text[]), CAST(:s.department AS text)) OFFSET 0)
ORDER BY c.opens_on DESC, c.id DESC
