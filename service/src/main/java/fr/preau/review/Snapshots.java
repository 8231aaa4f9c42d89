package fr.preau.review;

import fr.preau.access.Principal;
import fr.preau.audit.AuditView;
import fr.preau.audit.Audits;
import fr.preau.audit.OpinionKind;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares an audit with itself: as it was submitted, as it was validated. For who may see its answers. */
public final class Snapshots {
    private final Database database;
    private final Audits audits;

    public Snapshots(Database database, Audits audits) {
        this.database = database;
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

        public List<Cell> same() {
            return cells.stream().filter(cell -> !cell.changed()).toList();
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

    private static Optional<Snapshot> named(List<Snapshot> all, @Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(
                all.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(Refusal::notFound));
    }
}
