package fr.preau.edition;

import fr.preau.checklist.SchoolType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The finest part that figures are frozen for: the rendered schools of one type in one department, as they stood in one
 * snapshot. A table's row adds up strata and never cuts one, so that two editions that share a stratum share its figures.
 *
 * @param behind rendered schools by collectivity, {@code ""} for those without
 * @param heaviest room that one school of the type may take at most
 * @param weights by theme
 */
record Stratum(Key key, Map<String, Integer> behind, long heaviest, Map<String, Weight> weights) {

    /**
     * Which one it is.
     *
     * @param collectivity of a collectivity that appears by name; null for all others together
     * @param origin the snapshot that counted it: a later one takes over what was published
     */
    record Key(
            String academy,
            String department,
            SchoolType type,
            @Nullable String collectivity,
            long origin) {

        /** Whether both are of one type of school in one department. */
        boolean samePlot(Key other) {
            return department.equals(other.department) && type == other.type;
        }
    }

    Stratum {
        behind = Map.copyOf(behind);
        weights = Map.copyOf(weights);
    }

    int schools() {
        return behind.values().stream().mapToInt(Integer::intValue).sum();
    }

    Weight weight(String theme) {
        return weights.getOrDefault(theme, Weight.NONE);
    }
}
