package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Whoever holds a right on a collectivity or works for it, when another replaces it. */
interface HandoverSql {

    /** A right that somebody holds there now. */
    record Held(AccountId account, Role role, @Nullable Instant until) {}

    /** Rights that are live, and accounts employed; those of closed accounts apart. */
    record Counts(int rights, int people) {}

    @SqlQuery("""
            SELECT (SELECT count(*) FROM access_grant g JOIN account a ON a.id = g.account AND a.disabled_at IS NULL
                    WHERE g.unit = :unit AND g.revoked_at IS NULL AND (g.until IS NULL OR g.until > :now)) AS rights,
                   (SELECT count(*) FROM account WHERE employer = :unit AND disabled_at IS NULL) AS people
            """)
    Counts counts(UnitId unit, Instant now);

    /** Locked, so that nobody takes one away meanwhile and finds it given again. */
    @SqlQuery("""
            SELECT g.account, g.role, g.until
            FROM access_grant g JOIN account a ON a.id = g.account AND a.disabled_at IS NULL
            WHERE g.unit = :unit AND g.revoked_at IS NULL AND (g.until IS NULL OR g.until > :now)
            ORDER BY g.id
            FOR UPDATE OF g
            """)
    List<Held> held(UnitId unit, Instant now);

    @SqlQuery("""
            UPDATE account SET employer = :successor WHERE employer = :former AND disabled_at IS NULL RETURNING id
            """)
    List<AccountId> employ(UnitId former, UnitId successor);

    /** The collectivity that has replaced this one, when one has. */
    @SqlQuery("""
            SELECT d.name FROM collectivity c JOIN collectivity d ON d.code = c.succeeded_by
            WHERE 'collectivite-' || c.code = :unit
            """)
    Optional<String> successorName(UnitId unit);

    @SqlUpdate("""
            UPDATE access_grant SET revoked_at = :now
            WHERE account = :account AND role = :role AND unit = :unit AND revoked_at IS NULL
            """)
    void end(AccountId account, Role role, UnitId unit, Instant now);
}
