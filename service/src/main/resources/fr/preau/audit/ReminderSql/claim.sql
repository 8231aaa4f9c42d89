-- Renews the last reminder of each person for whom a week is over, and tells who they are. Of two senders at once the second
-- waits for the row, reads it as renewed, and does not get it. In one order, so that neither waits for the other in turn.
INSERT INTO reminded (campaign, account, on_day, sender)
SELECT :campaign, account, :today, :sender FROM unnest(CAST(:accounts AS bigint[])) AS wanted (account) ORDER BY account
ON CONFLICT (campaign, account) DO UPDATE SET on_day = excluded.on_day, sender = excluded.sender
WHERE reminded.on_day <= excluded.on_day - 7
RETURNING account
