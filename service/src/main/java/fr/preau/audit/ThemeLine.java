package fr.preau.audit;

import fr.preau.checklist.Party;
import fr.preau.checklist.Theme;
import java.util.List;

/**
 * A theme in the task list of an audit.
 *
 * @param missing parties whose answers are missing, in order of the checklist's parties
 * @param left how many answers are missing
 * @param again how many controls the last sending back asks to look at again
 */
public record ThemeLine(Theme theme, int asked, int answered, List<Party> missing, int left, int again) {
    public ThemeLine {
        missing = List.copyOf(missing);
    }

    /** The line of a theme with all of its cells that are asked. */
    static ThemeLine of(Theme theme, List<Cell> cells, List<Reason> reasons) {
        List<Cell> left = cells.stream().filter(cell -> !cell.answered()).toList();
        List<Party> missing = left.stream().map(Cell::party).distinct().sorted().toList();
        long again = reasons.stream()
                .filter(reason -> cells.stream().anyMatch(cell -> cell.control().equals(reason.control())))
                .count();
        return new ThemeLine(
                theme, cells.size(), cells.size() - left.size(), missing, left.size(), Math.toIntExact(again));
    }

    public boolean done() {
        return left == 0 && again == 0;
    }
}
