package fr.preau.dashboard;

import fr.preau.audit.Figures;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * The collectivities of one kind within a unit, taken together.
 *
 * @param kind code of the territory's; null for the schools without collectivity
 * @param expected audits of the roster
 * @param rendered of those, submitted or validated
 * @param base conformity over the base level, rendered audits
 * @param figures over rendered audits; none when they are too few to be shown
 */
public record KindLine(
        @Nullable String kind,
        long expected,
        long rendered,
        @Nullable Double base,
        @Nested Figures figures) {

    KindLine withoutFigures() {
        return new KindLine(kind, expected, rendered, null, Figures.NONE);
    }
}
