package fr.preau.audit;

import fr.preau.access.Grant;
import fr.preau.access.Placement;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Party;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who may answer what: the rules' § 4, in one place. Every page, the API and every save ask here.
 *
 * <p>It decides on rights alone; whether the audit is open and the campaign running is for the save to check.
 */
public final class Answering {
    private Answering() {}

    /** Whether the person may answer the audit's controls that fall to the party. */
    public static boolean mayAnswer(Principal principal, Audit audit, Party party, LocalDate today) {
        return writesFor(principal, audit, party, today).isPresent();
    }

    /**
     * For which party the person's answer counts as given, empty when they may not answer: the collectivity before the
     * State before the school, for somebody who is several.
     */
    public static Optional<Party> writesFor(Principal principal, Audit audit, Party party, LocalDate today) {
        return writesFor(principal.grants(), audit.placements(today), party);
    }

    /** The same rule for grants and places alone: an answer for many schools asks it school by school. */
    public static Optional<Party> writesFor(List<Grant> grants, List<Placement> places, Party party) {
        for (Placement place : places) {
            if (asCollectivity(grants, place)) {
                return Optional.of(Party.COLLECTIVITE);
            }
        }
        boolean shared = party == Party.PARTAGE;
        for (Placement place : places) {
            boolean alone = place.collectivity() == null;
            if ((alone || shared || party == Party.ETAT) && asState(grants, place)) {
                return Optional.of(Party.ETAT);
            }
            boolean own = shared || party == Party.ETABLISSEMENT;
            if (own && asSchool(grants, place)) {
                return Optional.of(Party.ETABLISSEMENT);
            }
        }
        return Optional.empty();
    }

    /** Whether the person may submit and withdraw: the collectivity's agent, the State's where there is none. */
    public static boolean maySubmit(Principal principal, Audit audit, LocalDate today) {
        return audit.placements(today).stream()
                .anyMatch(place -> asCollectivity(principal.grants(), place)
                        || (place.collectivity() == null && asState(principal.grants(), place)));
    }

    private static boolean asCollectivity(List<Grant> grants, Placement place) {
        return reaches(grants, place, Role.AGENT, kind -> kind == UnitId.Kind.COLLECTIVITY);
    }

    private static boolean asState(List<Grant> grants, Placement place) {
        return reaches(grants, place, Role.AGENT, UnitId.Kind::ofState);
    }

    private static boolean asSchool(List<Grant> grants, Placement place) {
        return reaches(grants, place, Role.ESTABLISHMENT, kind -> true);
    }

    private static boolean reaches(List<Grant> grants, Placement place, Role role, Predicate<UnitId.Kind> kinds) {
        return grants.stream()
                .filter(grant -> grant.role() == role && kinds.test(grant.unit().kind()))
                .anyMatch(grant -> grant.reaches(place));
    }
}
