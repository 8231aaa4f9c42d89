package fr.preau.access;

import fr.preau.kernel.AccountId;
import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is erased of an account. A test on the catalogue names each table that has a key to it and is not told of here. */
interface ErasureSql {

    @SqlQuery("SELECT count(*) FROM own_texts(:account)")
    long countTexts(AccountId account);

    /** Before the name goes: it is by the name that texts are found. */
    @SqlQuery("SELECT forget_texts(:account)")
    long forgetTexts(AccountId account);

    @SqlUpdate("""
            UPDATE account SET name = :name, email = 'efface-' || id || '@efface.invalid', search_text = '',
                password_hash = NULL, seen_at = NULL, erased_at = :now
            WHERE id = :account AND disabled_at IS NOT NULL AND erased_at IS NULL
            """)
    int erase(AccountId account, String name, Instant now);

    @SqlUpdate("DELETE FROM session WHERE account = :account")
    void sessions(AccountId account);

    @SqlUpdate("DELETE FROM api_token WHERE account = :account")
    void tokens(AccountId account);

    @SqlUpdate("DELETE FROM one_time_link WHERE account = :account")
    void links(AccountId account);

    @SqlUpdate("DELETE FROM sign_in_step WHERE account = :account")
    void steps(AccountId account);

    @SqlUpdate("DELETE FROM sign_in_notice WHERE account = :account")
    void notices(AccountId account);

    /** With its recovery codes. */
    @SqlUpdate("DELETE FROM second_factor WHERE account = :account")
    void factor(AccountId account);

    /** A request to remove somebody's second factor is no longer theirs to have made. */
    @SqlUpdate("DELETE FROM factor_removal WHERE asked_by = :account")
    void removals(AccountId account);

    @SqlUpdate("DELETE FROM sign_in_failure WHERE key = :key")
    void failure(byte[] key);

    /** Those that come from the page of a provider, and the one that a link has begun. */
    @SqlUpdate("""
            DELETE FROM sign_on
            WHERE account = :account OR link IN (SELECT digest FROM one_time_link WHERE account = :account)
            """)
    void signOns(AccountId account);

    @SqlUpdate("DELETE FROM identity_binding WHERE account = :account")
    void bindings(AccountId account);

    @SqlUpdate("DELETE FROM provider_token WHERE account = :account")
    void providerTokens(AccountId account);

    @SqlUpdate("DELETE FROM reminded WHERE account = :account")
    void reminders(AccountId account);

    @SqlUpdate("DELETE FROM mail WHERE email = :email")
    void mail(String email);
}
