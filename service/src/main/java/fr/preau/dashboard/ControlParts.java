package fr.preau.dashboard;

import fr.preau.checklist.Control;
import java.util.List;

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
        return new Sheet(
                Sheet.withAnswers("unit", "name", "expected", "rendered", "schools"),
                lines.stream()
                        .map(line -> Sheet.withAnswers(
                                line.figures(),
                                line.key(),
                                line.label(),
                                line.expected(),
                                line.rendered(),
                                line.figures().asked()))
                        .toList());
    }

    public boolean hides() {
        return lines.stream().anyMatch(Line::hidden);
    }
}
