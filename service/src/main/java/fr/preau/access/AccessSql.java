package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Accounts, grants, sessions, links, tokens and failures. Longer statements lie beside it as {@code .sql} files. */
interface AccessSql {

    @SqlQuery("SELECT EXISTS (SELECT FROM account)")
    boolean anyAccount();

    @SqlQuery("SELECT EXISTS (SELECT FROM unit WHERE id = :unit)")
    boolean unitExists(UnitId unit);

    @SqlQuery("SELECT id, name FROM unit WHERE id = ANY(:units)")
    List<Unit> units(List<UnitId> units);

    /** Those within the administrator's units: :units carries the perimeter. */
    @SqlQuery("""
            SELECT u.id, u.name FROM unit u
            WHERE (lower(u.id) = lower(:text) OR u.code = upper(:text)
                   OR translate(lower(u.name), '’', '''') = translate(lower(:text), '’', ''''))
              AND EXISTS (SELECT FROM lineage(u.id) AS above (id) WHERE above.id = ANY(:units))
            ORDER BY u.name COLLATE "fr-x-icu", u.id
            """)
    List<Unit> unitsByCode(String text, List<UnitId> units);

    /** As {@link #unitsByCode}, by a part of the name. */
    @SqlQuery("""
            WITH named AS MATERIALIZED (
                SELECT id, name FROM unit
                WHERE strpos(translate(lower(name), '’', ''''), translate(lower(:text), '’', '''')) > 0
                ORDER BY length(name), id LIMIT 200)
            SELECT u.id, u.name FROM named u
            WHERE EXISTS (SELECT FROM lineage(u.id) AS above (id) WHERE above.id = ANY(:units))
            ORDER BY u.name COLLATE "fr-x-icu", u.id LIMIT :most
            """)
    List<Unit> unitsByName(String text, List<UnitId> units, int most);

    /** Whether the unit is one of the ancestors or lies below one; an empty list reaches nothing. */
    @SqlQuery("SELECT EXISTS (SELECT FROM lineage(:unit) AS above (id) WHERE above.id = ANY(:ancestors))")
    boolean liesWithin(UnitId unit, List<UnitId> ancestors);

    @SqlQuery("""
            INSERT INTO account (email, name, employer, search_text, created_at)
            VALUES (:person.email, :person.name, :person.employer, :searchText, :now)
            ON CONFLICT (email) DO NOTHING RETURNING id
            """)
    Optional<AccountId> insertAccount(@BindMethods("person") NewPerson person, String searchText, Instant now);

    @SqlQuery("SELECT id FROM account WHERE email = :email")
    Optional<AccountId> accountByEmail(String email);

    @SqlQuery("SELECT id, name FROM account WHERE id = ANY(:accounts)")
    @KeyColumn("id")
    @ValueColumn("name")
    Map<AccountId, String> names(List<Long> accounts);

    @SqlUpdate("UPDATE account SET password_hash = :hash WHERE id = :account")
    void setPassword(AccountId account, String hash);

    @SqlUpdate("UPDATE account SET disabled_at = :now WHERE id = :account AND disabled_at IS NULL")
    int disable(AccountId account, Instant now);

    @SqlUpdate("""
            INSERT INTO one_time_link (digest, account, purpose, issued_by, expires_at)
            VALUES (:digest, :account, :purpose, :by, :expires)
            """)
    void insertLink(byte[] digest, @Nullable AccountId account, LinkPurpose purpose, AccountId by, Instant expires);

    @SqlQuery("""
            SELECT l.purpose, l.account, a.email, a.name
            FROM one_time_link l LEFT JOIN account a ON a.id = l.account
            WHERE l.digest = :digest AND l.used_at IS NULL AND l.expires_at > :now AND a.disabled_at IS NULL
            """)
    Optional<LinkRow> link(byte[] digest, Instant now);

    @SqlUpdate("""
            UPDATE one_time_link SET used_at = :now
            WHERE digest = :digest AND used_at IS NULL AND expires_at > :now
            """)
    int consumeLink(byte[] digest, Instant now);

    @SqlUpdate("""
            UPDATE one_time_link l SET used_at = :now
            FROM one_time_link served
            WHERE served.digest = :digest AND l.account = served.account AND l.used_at IS NULL
            """)
    void endLinksBeside(byte[] digest, Instant now);

    @SqlQuery("SELECT id AS account, password_hash FROM account WHERE email = :email AND disabled_at IS NULL")
    Optional<Credentials> credentials(String email);

    /** The account remembers when it was last seen: the session may end. */
    @SqlUpdate("""
            WITH seen AS (UPDATE account SET seen_at = :now WHERE id = :account)
            INSERT INTO session (digest, account, opened_at, seen_at) VALUES (:digest, :account, :now, :now)
            """)
    void insertSession(byte[] digest, AccountId account, Instant now);

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<PrincipalRow> bySession(byte[] digest, Instant now, Instant openedAfter, Instant seenAfter);

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<PrincipalRow> byAccount(AccountId account, Instant now);

    @SqlUpdate("""
            WITH touched AS (UPDATE session SET seen_at = :now WHERE digest = :digest RETURNING account)
            UPDATE account a SET seen_at = :now FROM touched WHERE a.id = touched.account
            """)
    void touchSession(byte[] digest, Instant now);

    @SqlUpdate("DELETE FROM session WHERE digest = :digest")
    void endSession(byte[] digest);

    @SqlQuery("""
            SELECT id, opened_at, seen_at, digest = :current AS here FROM session
            WHERE account = :account AND opened_at > :openedAfter AND seen_at > :seenAfter
            ORDER BY seen_at DESC
            """)
    List<SessionRow> sessions(AccountId account, byte[] current, Instant openedAfter, Instant seenAfter);

    @SqlQuery("SELECT id AS account, password_hash FROM account WHERE id = :account AND disabled_at IS NULL")
    Optional<Credentials> credentialsOf(AccountId account);

    @SqlQuery("SELECT email FROM account WHERE id = :account")
    String email(AccountId account);

    @SqlUpdate("DELETE FROM session WHERE id = :id AND account = :account")
    int endOwnSession(long id, AccountId account);

    @SqlUpdate("DELETE FROM session WHERE account = :account")
    void endSessions(AccountId account);

    @SqlUpdate("UPDATE api_token SET revoked_at = created_at WHERE account = :account AND revoked_at IS NULL")
    void endTokens(AccountId account);

    /** Until when the key had to wait: when that is past, the attempt may go on, and was counted. */
    @UseClasspathSqlLocator
    @SqlQuery
    Instant countFailure(byte[] key, int allowance, long cap, Instant now, Instant forgotten);

    @SqlUpdate("""
            WITH forgiven AS (
                UPDATE sign_in_failure SET failures = failures - 1 WHERE key = :key AND failures > 1 RETURNING key)
            DELETE FROM sign_in_failure WHERE key = :key AND NOT EXISTS (SELECT FROM forgiven)
            """)
    void forgiveFailure(byte[] key);
}
