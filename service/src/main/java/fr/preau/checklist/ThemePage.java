package fr.preau.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One theme, whole: every control with what shows it. Made to be printed too.
 *
 * @param roles null for a theme whose usual roles nobody wrote
 */
public record ThemePage(
        Reading reading, Theme theme, @Nullable Roles roles) {
    public Checklist checklist() {
        return reading.checklist();
    }

    public List<Control> controls() {
        return checklist().controls(theme);
    }

    /** The theme before, null at the first. */
    public @Nullable Theme previous() {
        return neighbour(-1);
    }

    /** The theme after, null at the last. */
    public @Nullable Theme next() {
        return neighbour(1);
    }

    private @Nullable Theme neighbour(int step) {
        List<Theme> all = checklist().themes();
        int index = all.indexOf(theme) + step;
        return index < 0 || index >= all.size() ? null : all.get(index);
    }
}
