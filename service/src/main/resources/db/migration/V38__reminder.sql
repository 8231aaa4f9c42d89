-- Reminders to those who have not begun a campaign's audits (docs/adr/0037).

-- The outbox also takes a letter that is written already. It holds no link that lets anybody in: links are made when they
-- are sent.
ALTER TABLE mail
    ALTER COLUMN purpose DROP NOT NULL,
    ADD COLUMN subject text CHECK (length(subject) BETWEEN 1 AND 200),
    ADD COLUMN body text CHECK (length(body) BETWEEN 1 AND 100000),
    ADD CHECK ((purpose IS NULL) = (subject IS NOT NULL)),
    ADD CHECK ((subject IS NULL) = (body IS NULL));
COMMENT ON COLUMN mail.purpose IS 'of the link that is made when it is sent; null for a letter, which has subject and body';

-- When a person was last reminded of a campaign. One row each: whoever sends renews it by a statement that passes only once
-- a week is over, so that of two senders at once the second finds it renewed and does nothing.
CREATE TABLE reminded (
    campaign  bigint NOT NULL REFERENCES campaign (id),
    account   bigint NOT NULL REFERENCES account (id),
    on_day    date NOT NULL,
    sender    bigint NOT NULL,
    PRIMARY KEY (campaign, account)
);
CREATE INDEX reminded_account ON reminded (account);
COMMENT ON COLUMN reminded.on_day IS 'in Paris';
GRANT SELECT, INSERT, UPDATE, DELETE ON reminded TO preau_service;
