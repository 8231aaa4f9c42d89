package fr.preau.dashboard;

import fr.preau.checklist.SchoolType;
import org.jspecify.annotations.Nullable;

/**
 * Reference figure of a type of school, for a theme or for all of them ({@code theme} null), over rendered audits. A
 * cell of too few schools or collectivities leaves the database without any number.
 *
 * @param shown whether there are enough schools and collectivities
 */
public record BenchmarkCell(
        SchoolType schoolType,
        @Nullable String theme,
        boolean shown,
        @Nullable Long schools,
        @Nullable Double coverage,
        @Nullable Double conformity) {

    /** Step of the heat table, from 1, a small gap, to 6; 0 when nothing is counted. */
    public int gap() {
        return Gap.of(conformity);
    }
}
