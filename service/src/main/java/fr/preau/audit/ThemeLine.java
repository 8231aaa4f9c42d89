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

    public boolean done() {
        return left == 0 && again == 0;
    }
}
