package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the services of this package share: how a deliverable is found, read whole, and frozen. */
final class Workshop {
    final Database database;
    final Journal journal;
    final Frame frame;
    final InstantSource clock;
    final Snapshots snapshots;
    final Composition composition;

    Workshop(Database database, Journal journal, Frame frame, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.frame = frame;
        this.clock = clock;
        this.snapshots = new Snapshots(database, clock);
        this.composition = new Composition(snapshots, frame);
    }

    /** The units whose deliverables the person edits, and all that lies in them. */
    static List<String> run(Principal by) {
        return by.held(Role.EDITOR).stream()
                .map(grant -> grant.unit().toString())
                .toList();
    }

    /** One deliverable; not found, like an unknown id, outside the person's units. */
    static Deliverable find(Handle tx, Principal by, DeliverableId id) {
        return tx.attach(DeliverableSql.class).deliverables(id, run(by)).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** What was published of its campaigns, whoever has published it: in units of work of its own, before the person's. */
    Composition.Known known(Principal by, DeliverableId id) {
        record Both(Snapshot now, Optional<Snapshot> earlier) {}
        Both both = database.call(by, tx -> {
            Deliverable found = find(tx, by, id);
            SnapshotSql sql = tx.attach(SnapshotSql.class);
            return new Both(
                    Composition.find(tx, found),
                    found.earlier() == null ? Optional.empty() : sql.find(found.earlier()));
        });
        return composition.known(both.now(), both.earlier().orElse(null));
    }

    Composed compose(Handle tx, Deliverable deliverable, Composition.Known known) {
        Map<String, String> texts = new HashMap<>();
        tx.attach(DeliverableSql.class).texts(deliverable.id()).forEach(text -> texts.put(text.section(), text.body()));
        Composition.Written written = new Composition.Written(Outlines.read(tx, deliverable.id()), texts);
        return composition.compose(tx, deliverable, known, written, clock.instant());
    }
}
