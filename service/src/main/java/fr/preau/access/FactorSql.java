package fr.preau.access;

import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Second factors, their recovery codes, and the requests to remove one. */
interface FactorSql {

    @SqlQuery("SELECT sealed, last_step, salt FROM second_factor WHERE account = :account")
    Optional<FactorRow> factor(AccountId account);

    /** Any one, to tell whether the key at hand is the one that sealed it. */
    @SqlQuery("SELECT account FROM second_factor ORDER BY since DESC LIMIT 1")
    Optional<AccountId> latest();

    @SqlQuery("""
            SELECT f.since, (SELECT count(*) FROM recovery_code c WHERE c.account = f.account AND c.used_at IS NULL) AS codes
            FROM second_factor f WHERE f.account = :account
            """)
    Optional<FactorState> state(AccountId account);

    @SqlQuery("""
            SELECT EXISTS (SELECT FROM access_grant g
                           WHERE g.account = :account AND g.role = ANY(:roles) AND g.revoked_at IS NULL
                             AND (g.until IS NULL OR g.until > :now))
            """)
    boolean holdsOneOf(AccountId account, List<String> roles, Instant now);

    @SqlUpdate("""
            INSERT INTO second_factor (account, sealed, since, last_step, salt)
            VALUES (:account, :sealed, :now, :step, :salt) ON CONFLICT (account) DO NOTHING
            """)
    int insert(AccountId account, byte[] sealed, Instant now, long step, byte[] salt);

    /** With its recovery codes and the request to remove it, if any. */
    @SqlUpdate("DELETE FROM second_factor WHERE account = :account")
    int delete(AccountId account);

    @SqlBatch("INSERT INTO recovery_code (account, digest) VALUES (:account, :digest)")
    void insertCodes(AccountId account, List<byte[]> digest);

    /** Takes a code: none when it, or a later one, was taken before. */
    @SqlUpdate("UPDATE second_factor SET last_step = :step WHERE account = :account AND last_step < :step")
    int takeStep(AccountId account, long step);

    @SqlUpdate("""
            UPDATE recovery_code SET used_at = :now
            WHERE account = :account AND digest = :digest AND used_at IS NULL
            """)
    int takeCode(AccountId account, byte[] digest, Instant now);

    /** A request that is over gives way to a new one; a live one stays. */
    @SqlUpdate("""
            INSERT INTO factor_removal (account, asked_by, asked_at) VALUES (:account, :by, :now)
            ON CONFLICT (account) DO UPDATE SET asked_by = :by, asked_at = :now
            WHERE factor_removal.asked_at <= :over
            """)
    int ask(AccountId account, AccountId by, Instant now, Instant over);

    @SqlQuery("SELECT asked_by, asked_at FROM factor_removal WHERE account = :account AND asked_at > :over")
    Optional<FactorRemoval> removal(AccountId account, Instant over);

    @SqlUpdate("DELETE FROM factor_removal WHERE account = :account")
    int drop(AccountId account);

    /** The second administrator is neither the first nor the owner: it is this statement that says so. */
    @SqlUpdate("""
            DELETE FROM second_factor f USING factor_removal r
            WHERE f.account = :account AND r.account = f.account AND r.asked_at > :over
              AND r.asked_by <> :by AND f.account <> :by
            """)
    int confirm(AccountId account, AccountId by, Instant over);
}
