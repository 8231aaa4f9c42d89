package fr.preau.grid;

import fr.preau.access.Principal;
import fr.preau.audit.Answering;
import fr.preau.audit.Audit;
import fr.preau.audit.CellKey;
import fr.preau.audit.LastAnswer;
import fr.preau.audit.Sight;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.checklist.Party;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays cells out in rows and columns, each as the person may see it: the rules are asked once a school and party. */
final class Rows {
    private final Principal by;
    private final LocalDate today;
    private final Map<CellKey, GridCell> cells = new HashMap<>();
    private final Map<CellKey, LastAnswer> last = new HashMap<>();
    private final Map<AuditId, String> entrusted = new HashMap<>();

    Rows(Principal by, LocalDate today, List<GridCell> cells, List<LastAnswer> last, List<Entrusted> entrusted) {
        this.by = by;
        this.today = today;
        cells.forEach(cell -> this.cells.put(new CellKey(cell.audit(), cell.control()), cell));
        entrusted.forEach(one -> this.entrusted.put(one.audit(), one.name()));
        last.forEach(one -> this.last.put(new CellKey(one.audit(), one.control()), one));
    }

    /** The controls that some school is asked, in the checklist's order; those of one party when that is looked for. */
    List<Control> columns(Checklist checklist, GridFilter filter) {
        Set<ControlCode> asked = new HashSet<>();
        cells.values().stream()
                .filter(cell -> filter.party() == null || cell.party() == filter.party())
                .forEach(cell -> asked.add(cell.control()));
        return checklist.controls().stream()
                .filter(control -> asked.contains(control.code()))
                .toList();
    }

    /** A row a school, those left out that hold nothing of what is looked for. */
    List<GridRow> of(List<Audit> audits, List<Control> columns, GridFilter filter) {
        return audits.stream()
                .map(audit -> row(audit, columns))
                .filter(row ->
                        filter.only() == null || row.slots().stream().anyMatch(slot -> fits(slot, filter.only())))
                .toList();
    }

    private static boolean fits(Slot slot, GridFilter.Only only) {
        return switch (only) {
            case UNANSWERED -> slot.unanswered();
            case EXCEPTIONS -> slot.exception();
            case TO_CONFIRM -> slot.proposed();
        };
    }

    private GridRow row(Audit audit, List<Control> columns) {
        boolean open = audit.state().open() && audit.running(today);
        Sight sight = Sight.of(by, audit, today);
        Set<Party> own = Arrays.stream(Party.values())
                .filter(party -> open && Answering.mayAnswer(by, audit, party, today))
                .collect(Collectors.toSet());
        List<Slot> slots = columns.stream()
                .map(control -> slot(new CellKey(audit.id(), control.code()), sight, own))
                .toList();
        return new GridRow(audit, open, entrusted.get(audit.id()), slots);
    }

    private Slot slot(CellKey key, Sight sight, Set<Party> own) {
        GridCell cell = cells.get(key);
        if (cell == null) {
            return Slot.NONE;
        }
        if (!sight.current(cell.party())) {
            return Slot.UNSEEN;
        }
        boolean writable = own.contains(cell.party());
        return Slot.of(cell, writable, writable ? Optional.ofNullable(last.get(key)) : Optional.empty());
    }
}
