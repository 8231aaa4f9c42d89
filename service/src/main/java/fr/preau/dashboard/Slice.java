package fr.preau.dashboard;

import fr.preau.audit.Figures;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a unit, of one theme of it or of one level: theme and level both null is the whole.
 *
 * @param progress answered ÷ asked over the whole roster, 0 to 1; null when nothing is asked
 * @param figures over rendered audits only
 */
public record Slice(
        @Nullable String theme,
        @Nullable Integer level,
        @Nullable Double progress,
        @Nested Figures figures) {}
