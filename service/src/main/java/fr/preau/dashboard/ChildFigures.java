package fr.preau.dashboard;

import fr.preau.audit.Figures;
import fr.preau.kernel.UnitId;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a unit right below another one; id and name are null for its schools without collectivity.
 *
 * @param expected audits of the roster
 * @param rendered of those, submitted or validated
 * @param progress answered ÷ asked over the roster
 * @param figures over rendered audits
 */
public record ChildFigures(
        @Nullable UnitId unit,
        @Nullable String name,
        long expected,
        long rendered,
        @Nullable Double progress,
        @Nested Figures figures) {}
