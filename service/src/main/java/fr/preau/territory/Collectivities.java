package fr.preau.territory;

import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Puts one collectivity in the place of another, inside the caller's transaction. The caller has decided who may; what
 * else follows (audits, rights) is not the territory's.
 */
public final class Collectivities {
    private Collectivities() {}

    /** The collectivity, empty when there is none by that id. */
    public static Optional<Collectivity> find(Handle tx, UnitId id) {
        return id.kind() == UnitId.Kind.COLLECTIVITY
                ? tx.attach(CollectivitySql.class).collectivity(id.code())
                : Optional.empty();
    }

    /** Waits for an import that is running, then for whoever decides about one of the two. */
    public static void lock(Handle tx, UnitId one, UnitId other) {
        tx.attach(DirectoryImportSql.class).waitForOtherImports();
        tx.attach(CollectivitySql.class).lock(List.of(one.code(), other.code()));
    }

    /** Schools that belong to it today. */
    public static int schools(Handle tx, UnitId id) {
        return tx.attach(CollectivitySql.class).schools(id.code());
    }

    /**
     * Records the successor, and makes the former's schools its own from the day on.
     *
     * @return how many schools went over; none when an import had moved them already
     */
    public static int succeed(Handle tx, UnitId former, UnitId successor, LocalDate day) {
        CollectivitySql sql = tx.attach(CollectivitySql.class);
        if (sql.succeed(former.code(), successor.code()) == 0) {
            throw new IllegalStateException(former + " is replaced already: lock and look before");
        }
        return sql.takeOver(former.code(), successor.code(), day) + sql.relink(former.code(), successor.code(), day);
    }
}
