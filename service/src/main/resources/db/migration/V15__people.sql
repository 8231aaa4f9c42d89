-- People over time: when somebody was last seen, who gave a link, what is swept, and an account that is erased.

ALTER TABLE account
    ADD COLUMN seen_at timestamptz,
    ADD COLUMN erased_at timestamptz,
    ADD COLUMN search_text text COLLATE "C" NOT NULL DEFAULT '',
    ADD CONSTRAINT account_erased
        CHECK (erased_at IS NULL OR (disabled_at IS NOT NULL AND password_hash IS NULL AND search_text = ''));
COMMENT ON COLUMN account.seen_at IS 'last request, to two minutes; kept when the session ends; null: invited and not come yet';
COMMENT ON COLUMN account.search_text IS 'name and address, folded by SearchText';

UPDATE account a SET
    seen_at = greatest(
        (SELECT max(s.seen_at) FROM session s WHERE s.account = a.id),
        (SELECT max(t.last_used_at) FROM api_token t WHERE t.account = a.id),
        CASE WHEN a.password_hash IS NOT NULL THEN a.created_at END),
    search_text = trim(regexp_replace(
        translate(lower(a.name || ' ' || a.email), 'àâäáãéèêëíîïóôöõúùûüÿçñ', 'aaaaaeeeeiiioooouuuuycn'),
        '[^a-z0-9]+', ' ', 'g'));

-- Every right that a person ever had, for their own copy and for who may erase them.
CREATE INDEX access_grant_account ON access_grant (account);

-- Who can know the link: a right that lies above theirs ends it.
ALTER TABLE one_time_link ADD COLUMN issued_by bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN one_time_link.issued_by IS 'account that was shown the link, 0 for a command';
CREATE INDEX one_time_link_account ON one_time_link (account);

-- The journal's texts that are a person's own: those about their account, and those of theirs in which their name or
-- address stands. Somebody else's text is not, whoever it names: it belongs to its audit.
CREATE FUNCTION own_texts(of_account bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    SELECT t.entry
    FROM account a
    JOIN journal_entry e ON e.object = 'account/' || a.id
        OR (e.account = a.id AND e.text_digest IS NOT NULL)
    JOIN journal_text t ON t.entry = e.id
    WHERE a.id = of_account
      AND (e.object = 'account/' || a.id
           OR strpos(lower(t.body), lower(a.name)) > 0 OR strpos(lower(t.body), a.email) > 0)
$$;

-- The service can't delete a text of the journal; this can, of a closed account alone. The entries stay as they were
-- sealed: they hold the texts' salted digests.
CREATE FUNCTION forget_texts(of_account bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
DECLARE
    gone bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM account WHERE id = of_account AND disabled_at IS NOT NULL AND erased_at IS NULL) THEN
        RAISE EXCEPTION 'account % is not closed', of_account USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM journal_text WHERE entry IN (SELECT own_texts(of_account));
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

REVOKE EXECUTE ON FUNCTION forget_texts(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_texts(bigint), forget_texts(bigint) TO preau_service;
GRANT DELETE ON one_time_link, api_token, sign_in_notice TO preau_service;
