package fr.preau.dashboard;

import fr.preau.checklist.Theme;
import fr.preau.kernel.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's parts by theme: the heat table, and a comparison's few.
 *
 * @param split what the lines are
 * @param themes the columns, in the checklist's order
 * @param whole the unit itself
 * @param parts the lines, in the order of their names
 */
public record Heat(Vantage vantage, Narrowing narrowing, Split split, List<Theme> themes, Line whole, Part<Line> parts)
        implements Sheet.Filed {

    public Heat {
        themes = List.copyOf(themes);
    }

    public List<Line> lines() {
        return parts.lines();
    }

    /** The whole, then each line. */
    @Override
    public Sheet sheet() {
        List<Sheet.Column> columns = new ArrayList<>(
                Sheet.columns("unit", "name", "expected", "rendered", "progress", "coverage", "conformity", "base"));
        themes.forEach(theme -> columns.add(new Sheet.Column(theme.code(), theme.title())));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(row(whole));
        lines().forEach(line -> rows.add(row(line)));
        return new Sheet(columns, rows);
    }

    private List<@Nullable Object> row(Line line) {
        List<@Nullable Object> row = Sheet.row(
                line.key(),
                line.label(),
                line.expected(),
                line.rendered(),
                line.progress(),
                line.figures().coverage(),
                line.figures().conformity(),
                line.base());
        themes.forEach(theme -> row.add(line.theme(theme.code()).conformity()));
        return row;
    }

    /** Whether a line's numbers are hidden, which the page then explains. */
    public boolean hides() {
        return whole.hidden() || lines().stream().anyMatch(Line::hidden);
    }
}
