package fr.preau.dashboard;

import fr.preau.audit.Figures;
import fr.preau.checklist.Control;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One control over a unit and over its parts: how a number of a nation leads down to its schools.
 *
 * @param answers whether the person may see which schools gave an answer
 */
public record ControlParts(
        Vantage vantage,
        Narrowing narrowing,
        Split split,
        Control control,
        ControlSum sum,
        List<Line> lines,
        boolean answers)
        implements Sheet.Filed {

    public ControlParts {
        lines = List.copyOf(lines);
    }

    @Override
    public Sheet sheet() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Line line : lines) {
            Figures sums = line.figures();
            rows.add(Sheet.row(
                    line.key(),
                    line.label(),
                    line.expected(),
                    line.rendered(),
                    sums.asked(),
                    sums.conforming(),
                    sums.partial(),
                    sums.failing(),
                    sums.unknown(),
                    sums.inapplicable(),
                    sums.unanswered(),
                    sums.coverage(),
                    sums.conformity()));
        }
        return new Sheet(
                Sheet.columns(
                        "unit",
                        "name",
                        "expected",
                        "rendered",
                        "schools",
                        "conforming",
                        "partial",
                        "failing",
                        "unknown",
                        "inapplicable",
                        "unanswered",
                        "coverage",
                        "conformity"),
                rows);
    }

    public boolean hides() {
        return lines.stream().anyMatch(Line::hidden);
    }
}
