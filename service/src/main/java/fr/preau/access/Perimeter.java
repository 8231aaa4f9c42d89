package fr.preau.access;

import fr.preau.kernel.UnitId;
import java.util.Collection;
import java.util.List;

/**
 * The units that a person's grants reach, in the form that a query binds: a row is inside when one of its own columns
 * is in the list of that name. Every read of a unit's data takes one, in sight:
 *
 * <pre>{@code
 * (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
 *  OR a.department = ANY(:p.departments) OR a.collectivity = ANY(:p.collectivities) OR a.uai = ANY(:p.schools))
 * }</pre>
 *
 * @param nation whether everything is inside
 */
public record Perimeter(
        boolean nation,
        List<String> regions,
        List<String> academies,
        List<String> departments,
        List<String> collectivities,
        List<String> schools) {

    /** The perimeter of a set of units. */
    public static Perimeter of(Collection<UnitId> units) {
        return new Perimeter(
                units.contains(UnitId.NATION),
                codes(units, UnitId.Kind.REGION),
                codes(units, UnitId.Kind.ACADEMY),
                codes(units, UnitId.Kind.DEPARTMENT),
                codes(units, UnitId.Kind.COLLECTIVITY),
                codes(units, UnitId.Kind.SCHOOL));
    }

    /** Whether nothing at all is inside. */
    public boolean isEmpty() {
        return !nation
                && regions.isEmpty()
                && academies.isEmpty()
                && departments.isEmpty()
                && collectivities.isEmpty()
                && schools.isEmpty();
    }

    /** Whether a unit lies inside: it, or one of those above it that are given with it. */
    public boolean reaches(List<UnitId> chain) {
        return nation || chain.stream().anyMatch(this::holds);
    }

    /** Whether whatever lies inside the other lies inside this one, by the units that both name. */
    public boolean covers(Perimeter other) {
        return nation
                || (!other.nation
                        && regions.containsAll(other.regions)
                        && academies.containsAll(other.academies)
                        && departments.containsAll(other.departments)
                        && collectivities.containsAll(other.collectivities)
                        && schools.containsAll(other.schools));
    }

    private boolean holds(UnitId unit) {
        List<String> codes = switch (unit.kind()) {
            case NATION -> List.of();
            case REGION -> regions;
            case ACADEMY -> academies;
            case DEPARTMENT -> departments;
            case COLLECTIVITY -> collectivities;
            case SCHOOL -> schools;
        };
        return codes.contains(unit.code());
    }

    private static List<String> codes(Collection<UnitId> units, UnitId.Kind kind) {
        return units.stream()
                .filter(unit -> unit.kind() == kind)
                .map(UnitId::code)
                .distinct()
                .toList();
    }
}
