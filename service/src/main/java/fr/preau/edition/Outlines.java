package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.journal.Entry;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** The outline of a draft, edited by several people: each change is a version over the one that the person has seen. */
public final class Outlines {
    /** Versions that a history shows. */
    static final int SHOWN = 100;

    private final Workshop workshop;

    Outlines(Workshop workshop) {
        this.workshop = workshop;
    }

    /** A deliverable with its outline as it stands. */
    public record Shown(Deliverable deliverable, DraftOutline outline) {}

    /** The outline of a deliverable of the person's. */
    public Shown view(Principal by, DeliverableId id) {
        return workshop.database.call(by, tx -> new Shown(Workshop.find(tx, by, id), read(tx, id)));
    }

    static DraftOutline read(Handle tx, DeliverableId id) {
        OutlineSql sql = tx.attach(OutlineSql.class);
        int version = sql.present(id);
        return new DraftOutline(version, sql.chapters(id, version));
    }

    /** Gives a new deliverable the outline that it begins with. */
    static void begin(Handle tx, Principal by, DeliverableId id, List<Chapter> chapters, Workshop workshop) {
        if (!write(tx, by, id, new DraftOutline(0, chapters), workshop)) {
            throw new IllegalStateException("deliverable " + id + " has an outline already");
        }
    }

    /**
     * Changes the outline over the version that the person has seen; what changes nothing writes nothing.
     *
     * @throws Refusal stale, when somebody has changed it since; conflict once it is proposed, or for what has to stay
     */
    public void change(Principal by, DeliverableId id, int seen, OutlineEdit edit) {
        by.needs(Scope.SESSION);
        workshop.database.run(by, tx -> {
            Deliverable deliverable = Workshop.find(tx, by, id);
            if (!deliverable.written()) {
                throw Refusal.conflict("edition.frozen");
            }
            DraftOutline before = read(tx, id);
            if (before.version() != seen) {
                throw stale(before);
            }
            DraftOutline after = edit.step().on(before, edit);
            if (after.equals(before)) {
                return;
            }
            if (!write(tx, by, id, after, workshop)) {
                throw stale(before);
            }
            workshop.journal.record(
                    tx,
                    Entry.of(by, "deliverable.outlined", deliverable.object())
                            .change(Map.of("version", seen), after(edit, seen + 1))
                            .text(edit.heading().isEmpty() ? null : edit.heading()));
        });
    }

    private static Map<String, Object> after(OutlineEdit edit, int version) {
        return Map.of("version", version, "step", edit.step().name(), "section", edit.section());
    }

    private static Refusal stale(DraftOutline present) {
        return new Refusal(new Problem.Stale(Message.of("edition.outline.stale"), present));
    }

    /** Whether it was written: the outline that follows the version which it bears. */
    private static boolean write(Handle tx, Principal by, DeliverableId id, DraftOutline outline, Workshop workshop) {
        OutlineSql sql = tx.attach(OutlineSql.class);
        if (sql.write(id, outline.version(), by.account(), workshop.clock.instant()) == 0) {
            return false;
        }
        List<Chapter> chapters = outline.chapters();
        List<Integer> places = IntStream.rangeClosed(1, chapters.size()).boxed().toList();
        sql.insertChapters(id, outline.version() + 1, places, chapters);
        return true;
    }

    /** The versions of the outline, the present one first, each with what it changed. */
    public List<OutlineVersion> history(Principal by, DeliverableId id) {
        return workshop.database.call(by, tx -> {
            Workshop.find(tx, by, id);
            OutlineSql sql = tx.attach(OutlineSql.class);
            List<OutlineSql.Version> versions = sql.versions(id, SHOWN);
            int oldest = versions.get(versions.size() - 1).version();
            Map<Integer, List<Chapter>> chapters = new HashMap<>();
            sql.placed(id, oldest - 1)
                    .forEach(one -> chapters.computeIfAbsent(one.version(), unused -> new ArrayList<>())
                            .add(one.chapter()));
            return versions.stream().map(one -> told(one, chapters)).toList();
        });
    }

    private static OutlineVersion told(OutlineSql.Version one, Map<Integer, List<Chapter>> chapters) {
        List<Chapter> now = chapters.getOrDefault(one.version(), List.of());
        List<Chapter> before = chapters.get(one.version() - 1);
        return new OutlineVersion(
                one.version(),
                one.authorName(),
                one.at(),
                now,
                before == null ? List.of() : OutlineChanges.ofChapters(before, now));
    }
}
