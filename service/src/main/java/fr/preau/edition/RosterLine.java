package fr.preau.edition;

import fr.preau.checklist.SchoolType;

/**
 * Who takes part in a campaign.
 *
 * @param collectivity code, empty for schools without
 * @param expected audits of the roster
 * @param schools of those, rendered
 */
public record RosterLine(
        String academy, String department, SchoolType schoolType, String collectivity, int expected, int schools) {

    Plot plot() {
        return new Plot(department, schoolType);
    }
}
