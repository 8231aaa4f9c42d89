package fr.preau.grid;

import fr.preau.audit.Audit;
import java.util.List;

/**
 * One school of the grid, a cell for each column.
 *
 * @param open whether the audit takes answers today
 */
public record GridRow(Audit audit, boolean open, List<Slot> slots) {
    public GridRow {
        slots = List.copyOf(slots);
    }

    /** Versions of the cells in order, as the page's script sends them back; a cell that can't be answered has none. */
    public String versions() {
        StringBuilder versions = new StringBuilder();
        for (Slot slot : slots) {
            versions.append(versions.isEmpty() ? "" : ",").append(slot.writable() ? slot.version() : "");
        }
        return versions.toString();
    }

    /** How many of the row's answers are missing, of those that are seen. */
    public long unanswered() {
        return slots.stream().filter(Slot::unanswered).count();
    }
}
