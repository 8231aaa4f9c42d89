package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.Traces;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.journal.Trace;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Page;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The trail of an audit: its own, its answers', its campaign's; for those who see all of it as it stands. */
public final class Histories {
    private static final int PAGE = 100;

    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final InstantSource clock;

    public Histories(Database database, Journal journal, Audits audits, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.clock = clock;
    }

    /** A part of an audit's trail. */
    public record History(Audit audit, Traces traces) {
        public Page<Trace> page() {
            return traces.page();
        }

        /** Code of the control that an entry is about, null when it is about the audit as a whole or its campaign. */
        public @Nullable String control(Trace trace) {
            String below = audit.object() + "/";
            return trace.object().startsWith(below) ? trace.object().substring(below.length()) : null;
        }
    }

    /** The newest entries that are older than one. */
    public History read(Principal by, AuditId id, long before) {
        return read(by, id, before, PAGE);
    }

    History read(Principal by, AuditId id, long before, int size) {
        return database.call(by, tx -> {
            Audit audit = whole(tx, by, id);
            List<String> wider = List.of("campaign/" + audit.campaign());
            return new History(audit, Traces.of(tx, journal.of(tx, audit.object(), wider, before, size + 1), size));
        });
    }

    /** Records that a file of the trail was taken. */
    void recordExport(Principal by, AuditId id) {
        database.run(by, tx -> {
            Audit audit = whole(tx, by, id);
            journal.record(tx, Entry.of(by, "journal.exported", audit.object()));
        });
    }

    private Audit whole(Handle tx, Principal by, AuditId id) {
        Audit audit = audits.find(tx, by, id);
        if (!Sight.of(by, audit, Paris.today(clock)).seesAll()) {
            throw Refusal.notFound();
        }
        return audit;
    }
}
