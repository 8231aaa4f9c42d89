package fr.preau.dashboard;

import fr.preau.kernel.UnitId;
import java.util.List;

/** What the lines of a table are: kinds of units below a unit, or the types of school. */
public enum Split {
    REGIONS,
    ACADEMIES,
    DEPARTMENTS,
    COLLECTIVITIES,
    TYPES;

    /** Those that a unit may be split into, the usual one first. */
    public static List<Split> of(UnitId unit) {
        return switch (unit.kind()) {
            case NATION -> List.of(ACADEMIES, REGIONS, DEPARTMENTS, TYPES);
            case REGION -> List.of(ACADEMIES, DEPARTMENTS, TYPES);
            case ACADEMY -> List.of(DEPARTMENTS, TYPES);
            case DEPARTMENT -> List.of(COLLECTIVITIES, TYPES);
            case COLLECTIVITY, SCHOOL -> List.of(TYPES);
        };
    }

    /** The split of an address; what the unit can't be split into is the usual one, so that an old link still opens. */
    static Split of(UnitId unit, String code) {
        List<Split> all = of(unit);
        return all.stream().filter(one -> one.name().equals(code)).findFirst().orElse(all.get(0));
    }
}
