package fr.preau.audit;

import fr.preau.access.Placement;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Records what is read from afar: a school by name, by somebody whose only way to it is a right on the whole nation.
 * Once a day for a person and an object; not for those near the school, whose work it is.
 */
final class Readings {
    private final Journal journal;

    Readings(Journal journal) {
        this.journal = journal;
    }

    void ofAudit(Handle tx, Principal by, Audit audit, LocalDate today) {
        List<Placement> places = audit.placements(today);
        boolean near = by.grants().stream()
                .filter(grant -> grant.unit().kind() != UnitId.Kind.NATION)
                .anyMatch(grant -> places.stream().anyMatch(grant::reaches));
        if (!near) {
            journal.recordReading(tx, Entry.of(by, "audit.read", audit.object()));
        }
    }

    /** A list or a search, which names schools of everywhere. */
    void ofList(Handle tx, Principal by, String object) {
        boolean national = by.held(Role.AGENT, Role.REVIEWER).stream()
                .anyMatch(grant -> grant.unit().equals(UnitId.NATION));
        if (national) {
            journal.recordReading(tx, Entry.of(by, "audits.listed", object));
        }
    }
}
