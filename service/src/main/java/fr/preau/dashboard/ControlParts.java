package fr.preau.dashboard;

import fr.preau.checklist.Control;
import fr.preau.kernel.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One control over a unit and over its parts: how a number of a nation leads down to its schools.
 *
 * @param sum null where the filters leave no school that is asked it, or too few for the person
 * @param hidden whether too few audits are rendered for the person
 */
public record ControlParts(
        Vantage vantage,
        Narrowing narrowing,
        Split split,
        Control control,
        @Nullable ControlSum sum,
        Part<Line> parts,
        boolean hidden)
        implements Sheet.Filed {

    public List<Line> lines() {
        return parts.lines();
    }

    /** Whether the person may see which schools gave an answer. */
    public boolean answers() {
        return vantage.answers();
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
