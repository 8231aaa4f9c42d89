package fr.preau.dashboard;

import fr.preau.audit.Figures;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one line of a table, of one theme of it or ({@code theme} null) of all.
 *
 * @param line a unit's id or a type of school; null for schools without collectivity
 * @param progress answered ÷ asked over the roster
 * @param base conformity over the base level
 * @param figures over rendered audits
 */
public record SplitCell(
        @Nullable String line,
        @Nullable String theme,
        @Nullable Double progress,
        @Nullable Double base,
        @Nested Figures figures) {}
