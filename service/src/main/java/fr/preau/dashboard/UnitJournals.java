package fr.preau.dashboard;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Traces;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.journal.Trace;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What happened in a unit, for who administers it: on its audits, its people and its campaigns. It tells who did what
 * and when, without a value, a text or a school's name: those are the audit's, for who sees it.
 */
public final class UnitJournals {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public UnitJournals(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** A part of a unit's journal. */
    public record Shown(Unit unit, Traces traces) {}

    /** Whether the unit lies where the person administers, so that its journal is theirs to read. */
    public boolean covers(Principal by, UnitId id) {
        Perimeter run = by.perimeter(Role.ADMINISTRATOR);
        return !run.isEmpty()
                && database.call(
                        by,
                        tx -> tx.attach(DashboardSql.class)
                                .unit(id.kind().name(), id.code(), run)
                                .isPresent());
    }

    /** @param before only entries older than this one */
    public Shown read(Principal by, UnitId id, long before, int size) {
        return database.running(by, tx -> {
            Unit unit = unit(tx, by, id);
            Perimeter within = Perimeter.of(List.of(id));
            Perimeter run = by.perimeter(Role.ADMINISTRATOR);
            List<UnitId> units =
                    by.held(Role.ADMINISTRATOR).stream().map(Grant::unit).toList();
            UnitJournalSql sql = tx.attach(UnitJournalSql.class);
            UnitJournalSql.Extent extent = new UnitJournalSql.Extent(clock.instant(), before, size + 1);
            List<Trace> rows =
                    small(id) ? sql.near(id, units, within, run, extent) : sql.wide(id, units, within, run, extent);
            return new Shown(unit, Traces.of(tx, rows, size));
        });
    }

    /** Records that a file of the journal was taken. */
    public void recordExport(Principal by, UnitId id) {
        database.run(by, tx -> {
            unit(tx, by, id);
            journal.record(tx, Entry.of(by, "journal.exported", "unit/" + id));
        });
    }

    /** A small unit's entries are looked up object by object, a large one's are found on the way down the journal. */
    private static boolean small(UnitId id) {
        return id.kind() == UnitId.Kind.COLLECTIVITY || id.kind() == UnitId.Kind.DEPARTMENT;
    }

    private static Unit unit(Handle tx, Principal by, UnitId id) {
        return tx.attach(DashboardSql.class)
                .unit(id.kind().name(), id.code(), by.perimeter(Role.ADMINISTRATOR))
                .orElseThrow(Refusal::notFound);
    }
}
