package fr.preau.dashboard;

import fr.preau.audit.Figures;
import fr.preau.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a unit right below another one; id and name are null for its schools without collectivity.
 *
 * @param expected audits of the roster
 * @param rendered of those, submitted or validated; null when the roster is too small to be shown
 * @param progress answered ÷ asked over the roster
 * @param figures over rendered audits
 * @param hidden whether the group is too small to be shown whole to who sees it from afar
 */
public record ChildFigures(
        @Nullable UnitId unit,
        @Nullable String name,
        long expected,
        @Nullable Long rendered,
        @Nullable Double progress,
        Figures figures,
        boolean hidden) {

    static ChildFigures of(Line line) {
        return new ChildFigures(
                line.unit(),
                line.name(),
                line.expected(),
                line.rendered(),
                line.progress(),
                line.figures(),
                line.hidden());
    }
}
