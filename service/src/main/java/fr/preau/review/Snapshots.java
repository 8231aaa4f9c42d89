package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.audit.AuditView;
import fr.preau.audit.Audits;
import fr.preau.audit.OpinionKind;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares an audit with itself: as it was submitted, as it was validated. For who may see its answers. */
public final class Snapshots {
    private final Database database;
    private final Journal journal;
    private final Audits audits;

    public Snapshots(Database database, Journal journal, Audits audits) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
    }

    /** One control in both. */
    public record Cell(
            ControlCode control,
            Party party,
            @Nullable Verdict before,
            @Nullable Verdict after,
            @Nullable OpinionKind opinion) {
        public boolean changed() {
            return !Objects.equals(before, after);
        }

        /** Whether the answer counts for more now, for less, or otherwise: no longer in the base, or newly so. */
        public Change change() {
            if (!changed()) {
                return Change.NONE;
            }
            BigDecimal was = value(before);
            BigDecimal is = value(after);
            if (was == null || is == null || was.compareTo(is) == 0) {
                return Change.OTHER;
            }
            return was.compareTo(is) < 0 ? Change.UP : Change.DOWN;
        }

        /** What it counts for: an answer that is missing counts for nothing, like one that is not met. */
        private static @Nullable BigDecimal value(@Nullable Verdict verdict) {
            return verdict == null ? BigDecimal.ZERO : verdict.value();
        }
    }

    /** What became of a control from one snapshot to the other. */
    public enum Change {
        UP,
        DOWN,
        OTHER,
        NONE
    }

    /**
     * Two snapshots side by side.
     *
     * @param all every snapshot of the audit, oldest first
     * @param before null while there is none
     * @param after null while there is one alone
     * @param cells what both hold, empty without two
     */
    public record Comparison(
            AuditView view,
            List<Snapshot> all,
            @Nullable Snapshot before,
            @Nullable Snapshot after,
            List<Cell> cells) {
        public List<Cell> changed() {
            return cells.stream().filter(Cell::changed).toList();
        }

        /** What kept its value with a reservation: the review says something of it, the figures don't. */
        public List<Cell> reserved() {
            return cells.stream()
                    .filter(cell -> !cell.changed() && cell.opinion() == OpinionKind.RESERVATION)
                    .toList();
        }

        public List<Cell> same() {
            return cells.stream()
                    .filter(cell -> !cell.changed() && cell.opinion() != OpinionKind.RESERVATION)
                    .toList();
        }

        /** Of the conformities; null where one of them is over nothing. */
        public @Nullable Double difference() {
            if (before == null || after == null || before.conformity() == null || after.conformity() == null) {
                return null;
            }
            return after.conformity() - before.conformity();
        }

        public long count(Change change) {
            return cells.stream().filter(cell -> cell.change() == change).count();
        }

        public long count(OpinionKind kind) {
            return cells.stream().filter(cell -> cell.opinion() == kind).count();
        }
    }

    /**
     * Compares two snapshots.
     *
     * @param before code of the first, null for the last submission
     * @param after code of the second, null for the last of all
     * @throws Refusal not found outside one's sight of the answers, or for a snapshot that there is not
     */
    public Comparison compare(Principal by, AuditId id, @Nullable String before, @Nullable String after) {
        return database.call(by, tx -> {
            AuditView view = audits.view(tx, by, id);
            if (view.sight().progressOnly()) {
                throw Refusal.notFound();
            }
            SnapshotSql sql = tx.attach(SnapshotSql.class);
            List<Snapshot> all = sql.of(id);
            if (all.size() < 2) {
                return new Comparison(view, all, all.stream().findFirst().orElse(null), null, List.of());
            }
            Snapshot second = named(all, after).orElse(all.get(all.size() - 1));
            Snapshot first = named(all, before).orElse(all.get(all.size() - 2));
            List<Cell> cells = sql
                    .cells(id, view.audit().campaign(), first.round(), first.moment(), second.round(), second.moment())
                    .stream()
                    .filter(cell -> view.sight().answers(cell.party()))
                    .toList();
            return new Comparison(view, all, first, second, cells);
        });
    }

    /** As {@link #compare}, for a file; taking it is recorded. */
    Comparison export(Principal by, AuditId id, @Nullable String before, @Nullable String after) {
        Comparison both = compare(by, id, before, after);
        if (both.after() == null) {
            throw Refusal.notFound();
        }
        database.run(
                by,
                tx -> journal.record(
                        tx,
                        Entry.of(by, "snapshots.exported", both.view().audit().object())));
        return both;
    }

    private static Optional<Snapshot> named(List<Snapshot> all, @Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(
                all.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(Refusal::notFound));
    }
}
