package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person who has come in, with the rights of this very request.
 *
 * @param employer the unit that the person works for; the {@link Side} follows from it
 * @param employerName bare name of that unit; pages show {@link #employerLabel}
 * @param grants the grants valid now
 * @param scope how far the session or token may use them
 */
public record Principal(
        AccountId account, String name, UnitId employer, String employerName, List<Grant> grants, Scope scope)
        implements Actor, java.security.Principal {

    public Principal {
        grants = List.copyOf(grants);
    }

    @Override
    public String getName() {
        return name;
    }

    /** The unit that the person works for, as pages name it. */
    public Message employerLabel() {
        return UnitName.of(employer, employerName);
    }

    public Side side() {
        return Side.of(employer);
    }

    /** Whether the person holds the role somewhere. */
    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether the person holds one of the roles on a unit that the school lies in. */
    public boolean reaches(Placement school, Role... roles) {
        return held(roles).stream().anyMatch(grant -> grant.reaches(school));
    }

    /** The grants of the given roles. */
    public List<Grant> held(Role... roles) {
        Set<Role> wanted = Set.copyOf(Arrays.asList(roles));
        return grants.stream().filter(grant -> wanted.contains(grant.role())).toList();
    }

    /** The units of the given roles, as a query binds them. */
    public Perimeter perimeter(Role... roles) {
        return Perimeter.of(held(roles).stream().map(Grant::unit).collect(Collectors.toSet()));
    }

    /**
     * Refuses a token whose scope stops short of what is asked.
     *
     * @throws Refusal forbidden, naming the scope that is needed
     */
    public void needs(Scope wanted) {
        if (!scope.includes(wanted)) {
            throw Refusal.forbidden("access.scope", wanted.label());
        }
    }
}
