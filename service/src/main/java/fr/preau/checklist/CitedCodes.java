package fr.preau.checklist;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the index of cited codes and usual roles, the same for all versions. It has no page to edit it: a release of
 * the product words it.
 */
public final class CitedCodes {
    private final Database database;
    private final Journal journal;
    private final AtomicReference<ReferenceIndex> index = new AtomicReference<>();

    public CitedCodes(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Sets the index to what the product ships: to be called at every start; writes only what differs. */
    public void publishShipped() {
        String document = new String(Shipped.references(), StandardCharsets.UTF_8);
        database.run(Actor.SYSTEM, tx -> {
            ReferenceSql sql = tx.attach(ReferenceSql.class);
            int codes = sql.putReferences(document);
            int roles = sql.putRoles(document);
            if (codes + roles > 0) {
                journal.record(
                        tx,
                        Entry.of(Actor.SYSTEM, "checklist.indexed", "checklist/references")
                                .with(Map.of("codes", codes, "roles", roles)));
            }
            index.set(new ReferenceIndex(sql.references(), sql.roles()));
        });
    }

    /** The index; read once, as it changes only at a start. */
    public ReferenceIndex index() {
        ReferenceIndex known = index.get();
        if (known != null) {
            return known;
        }
        return database.call(Actor.SYSTEM, tx -> {
            ReferenceSql sql = tx.attach(ReferenceSql.class);
            ReferenceIndex fresh = new ReferenceIndex(sql.references(), sql.roles());
            index.set(fresh);
            return fresh;
        });
    }
}
