package fr.preau.audit;

import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one slice: all three null is the whole, else one of them names the slice.
 *
 * @param theme code of a theme
 * @param party code of a responsible party
 * @param level 1 to 3
 */
public record FiguresOf(
        @Nullable String theme,
        @Nullable String party,
        @Nullable Integer level,
        @Nested Figures figures) {

    FiguresOf progress() {
        return new FiguresOf(theme, party, level, figures.progress());
    }

    boolean whole() {
        return theme == null && party == null && level == null;
    }
}
