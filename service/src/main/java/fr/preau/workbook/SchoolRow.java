package fr.preau.workbook;

import fr.preau.access.Principal;
import fr.preau.audit.Answering;
import fr.preau.audit.Audit;
import fr.preau.audit.LastAnswer;
import fr.preau.audit.Sight;
import fr.preau.campaign.AskedControl;
import fr.preau.checklist.Party;
import fr.preau.kernel.ControlCode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One school's audit as one person may see and write it.
 *
 * @param asked what its type is asked, by control
 * @param last what the school answered last time, where nothing is answered yet
 * @param writes for which party the person's answers count, by the party that a control falls to
 * @param open whether answers are taken now
 */
record SchoolRow(
        Audit audit,
        Map<ControlCode, AskedControl> asked,
        Map<ControlCode, Known> known,
        Map<ControlCode, LastAnswer> last,
        Sight sight,
        Map<Party, Party> writes,
        boolean open) {

    static SchoolRow of(
            Principal by,
            Audit audit,
            Map<ControlCode, AskedControl> asked,
            Map<ControlCode, Known> known,
            LocalDate today) {
        Map<Party, Party> writes = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            Answering.writesFor(by, audit, party, today).ifPresent(as -> writes.put(party, as));
        }
        boolean open = audit.state().open() && audit.running(today);
        return new SchoolRow(audit, asked, known, Map.of(), Sight.of(by, audit, today), writes, open);
    }

    /** The same row beside what last time's answers propose. */
    SchoolRow proposing(Map<ControlCode, LastAnswer> last) {
        return new SchoolRow(audit, asked, known, last, sight, writes, open);
    }

    /** What last time's answer proposes to a cell that the person may fill in; it is no answer. */
    Optional<LastAnswer> proposal(ControlCode control) {
        return access(control) == Access.OPEN ? Optional.ofNullable(last.get(control)) : Optional.empty();
    }

    /** What a workbook keeps hidden of a cell: its version, and a digest of what it shows. */
    String mark(ControlCode control) {
        Known stored = known(control);
        return proposal(control).map(stored::proposing).orElseGet(stored::mark);
    }

    Access access(ControlCode control) {
        AskedControl one = asked.get(control);
        if (one == null) {
            return Access.NOT_ASKED;
        }
        if (open && writes.containsKey(one.party())) {
            return Access.OPEN;
        }
        return sight.current(one.party()) ? Access.SHOWN : Access.UNSEEN;
    }

    /** For which party an answer of the person's counts. */
    Optional<Party> writesFor(ControlCode control) {
        return Optional.ofNullable(asked.get(control)).map(one -> writes.get(one.party()));
    }

    /** The answer as it is stored. */
    Known known(ControlCode control) {
        return known.getOrDefault(control, Known.none(audit.id(), control));
    }
}
