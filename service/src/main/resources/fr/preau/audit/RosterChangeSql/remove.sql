-- Takes the audits of closed schools out of the roster: they stay readable and count nowhere.
UPDATE audit a SET state = 'REMOVED'
FROM school s
WHERE a.campaign = :campaign AND a.id = ANY(:audits) AND s.uai = a.uai AND s.state = 'CLOSED' AND a.state = ANY(:from)
RETURNING a.id
