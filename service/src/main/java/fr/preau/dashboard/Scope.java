package fr.preau.dashboard;

import fr.preau.kernel.UnitId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of which units a query asks the sums, as {@code figures_of} takes them.
 *
 * @param units of the State's tree
 * @param collectivities codes; null for all of the department
 * @param department within which the collectivities' schools are counted, null for everywhere
 */
public record Scope(
        List<String> units,
        @Nullable List<String> collectivities,
        @Nullable String department) {

    public Scope {
        units = List.copyOf(units);
        collectivities = collectivities == null ? null : List.copyOf(collectivities);
    }

    static Scope of(UnitId unit) {
        return of(List.of(unit));
    }

    /** Units of either tree, each whole as far as the reader sees it. */
    static Scope of(Collection<UnitId> units) {
        return new Scope(
                units.stream()
                        .filter(unit -> unit.kind().ofState())
                        .map(UnitId::toString)
                        .toList(),
                units.stream()
                        .filter(unit -> unit.kind() == UnitId.Kind.COLLECTIVITY)
                        .map(UnitId::code)
                        .toList(),
                null);
    }

    /** The collectivities of a department and its schools without any: of each, its schools there. */
    static Scope within(UnitId department) {
        return new Scope(List.of(), null, department.code());
    }

    /** The same of these collectivities, where an empty code is the schools without any. */
    static Scope within(UnitId department, List<String> collectivities) {
        return new Scope(List.of(), collectivities, department.code());
    }
}
