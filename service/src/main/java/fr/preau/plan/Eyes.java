package fr.preau.plan;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.function.Predicate;

/**
 * By which of their units a person sees answers, and how: what {@link fr.preau.audit.Sight} decides for one audit, in the
 * form that a query over many binds.
 *
 * @param own where they see all of it at any time: the collectivity's agents and the school
 * @param state where they answer for the State: its controls at any time, the others once submitted
 * @param judge where they review: once submitted
 */
record Eyes(Perimeter own, Perimeter state, Perimeter judge) {
    static Eyes of(Principal by) {
        return new Eyes(
                perimeter(
                        by,
                        grant -> grant.role() == Role.ESTABLISHMENT
                                || (grant.role() == Role.AGENT && grant.unit().kind() == UnitId.Kind.COLLECTIVITY)),
                perimeter(
                        by,
                        grant -> grant.role() == Role.AGENT
                                && grant.unit().kind().ofState()),
                perimeter(by, grant -> grant.role() == Role.REVIEWER));
    }

    private static Perimeter perimeter(Principal by, Predicate<Grant> wanted) {
        List<UnitId> units =
                by.grants().stream().filter(wanted).map(Grant::unit).toList();
        return Perimeter.of(units);
    }
}
