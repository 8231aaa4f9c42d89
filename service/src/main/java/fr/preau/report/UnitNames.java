package fr.preau.report;

import fr.preau.dashboard.SchoolLine;
import fr.preau.plan.Board;
import java.util.List;

/**
 * What a report says of schools by their names, and of what is done there, as far as its reader sees it.
 *
 * @param schools of a collectivity, in the order of their names, never of their figures
 * @param watch of an académie; nothing for a collectivity
 * @param actions the first ones, late ones before all others
 * @param fictitious whether one of the schools is invented
 */
public record UnitNames(List<SchoolLine> schools, Board actions, UnitWatch watch, boolean fictitious) {
    public UnitNames {
        schools = List.copyOf(schools);
    }
}
