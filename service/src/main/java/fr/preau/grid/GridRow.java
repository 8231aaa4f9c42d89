package fr.preau.grid;

import fr.preau.audit.Audit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One school of the grid, a cell for each column.
 *
 * @param open whether the audit takes answers today
 * @param entrusted whom the theme that is shown is entrusted to, null for nobody
 */
public record GridRow(Audit audit, boolean open, @Nullable String entrusted, List<Slot> slots) {
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
