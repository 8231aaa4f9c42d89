package fr.preau.review;

import fr.preau.audit.Cell;
import fr.preau.audit.ThemeLine;
import java.util.List;

/** What a theme holds beside what is looked at first, folded unless it is {@code open}. */
public record Folded(ThemeLine line, List<Cell> cells, boolean open) {
    public Folded {
        cells = List.copyOf(cells);
    }

    /** Weak answers at any level. */
    public long weak() {
        return cells.stream().filter(Cell::weak).count();
    }

    public long unanswered() {
        return cells.stream().filter(cell -> !cell.answered()).count();
    }
}
