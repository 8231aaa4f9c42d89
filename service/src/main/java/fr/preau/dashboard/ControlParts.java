package fr.preau.dashboard;

import fr.preau.checklist.Control;
import fr.preau.kernel.Part;
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
        Part<Line> parts,
        boolean answers)
        implements Sheet.Filed {

    public List<Line> lines() {
        return parts.lines();
    }

    @Override
    public Sheet sheet() {
        return new Sheet(
                Sheet.withAnswers("unit", "name", "expected", "rendered", "schools"),
                lines().stream()
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
        return lines().stream().anyMatch(Line::hidden);
    }
}
