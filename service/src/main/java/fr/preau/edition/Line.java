package fr.preau.edition;

import fr.preau.audit.Figures;
import org.jdbi.v3.core.mapper.Nested;

/**
 * Figures of a row.
 *
 * @param unit code of an académie, a department or a collectivity; empty elsewhere
 * @param slice a type, a degree, a level or a control; empty elsewhere
 * @param theme code of a theme, empty for all of them
 */
public record Line(
        String unit, String slice, String theme, @Nested Figures figures) {
    /** What rows are about; the names that {@code lines.sql} knows. */
    enum By {
        TYPE,
        ACADEMY,
        DEPARTMENT,
        COLLECTIVITY,
        LEVEL,
        CONTROL,
        WHOLE
    }
}
