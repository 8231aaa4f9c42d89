package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The rights of accounts. One is never deleted: it is revoked, or it lapses. */
interface GrantSql {

    /** A right whose end is past makes room for a new one: the same is not held twice. */
    @SqlUpdate("""
            UPDATE access_grant SET revoked_at = until
            WHERE account = :account AND role = :role AND unit = :unit AND revoked_at IS NULL AND until <= :now
            """)
    void lapse(AccountId account, Role role, UnitId unit, Instant now);

    @SqlUpdate("""
            INSERT INTO access_grant (account, role, unit, since, until, granted_by)
            VALUES (:account, :role, :unit, :now, :until, :by)
            ON CONFLICT (account, role, unit) WHERE revoked_at IS NULL DO NOTHING
            """)
    int insert(AccountId account, Role role, UnitId unit, Instant now, @Nullable Instant until, AccountId by);

    /** The right of that name that is held, locked until the transaction ends. */
    @SqlQuery("""
            SELECT role, unit, NULL AS unit_name, since, until, granted_by AS given_by, NULL AS given_by_name
            FROM access_grant
            WHERE account = :account AND role = :role AND unit = :unit AND revoked_at IS NULL
            FOR UPDATE
            """)
    Optional<HeldGrant> held(AccountId account, Role role, UnitId unit);

    @SqlUpdate("""
            UPDATE access_grant SET until = :until
            WHERE account = :account AND role = :role AND unit = :unit AND revoked_at IS NULL
            """)
    void setEnd(AccountId account, Role role, UnitId unit, @Nullable Instant until);

    @SqlUpdate("""
            UPDATE access_grant SET revoked_at = :now
            WHERE account = :account AND role = :role AND unit = :unit AND revoked_at IS NULL
              AND (until IS NULL OR until > :now)
            """)
    int revoke(AccountId account, Role role, UnitId unit, Instant now);

    /** Ends the links that another administrator was shown: they must not inherit a right that they could not give. */
    @SqlUpdate("""
            UPDATE one_time_link SET expires_at = :now
            WHERE account = :account AND issued_by NOT IN (0, :by) AND used_at IS NULL AND expires_at > :now
            """)
    void endOthersLinks(AccountId account, AccountId by, Instant now);

    /** Ends the links of somebody who leaves: their own, and those that they were shown for others. */
    @SqlUpdate("""
            UPDATE one_time_link SET expires_at = :now
            WHERE (account = :account OR issued_by = :account) AND used_at IS NULL AND expires_at > :now
            """)
    void endLinks(AccountId account, Instant now);

    /** Every unit that an account has had to do with: its employer, and those of its rights, past ones too. */
    @SqlQuery("""
            SELECT employer FROM account WHERE id = :account
            UNION
            SELECT unit FROM access_grant WHERE account = :account
            """)
    List<UnitId> everyUnit(AccountId account);
}
