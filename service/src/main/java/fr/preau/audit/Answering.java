package fr.preau.audit;

import fr.preau.access.Grant;
import fr.preau.access.Placement;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Party;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;

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
        for (Placement place : audit.placements(today)) {
            if (asCollectivity(principal, place)) {
                return Optional.of(Party.COLLECTIVITE);
            }
        }
        boolean shared = party == Party.PARTAGE;
        for (Placement place : audit.placements(today)) {
            boolean alone = place.collectivity() == null;
            if ((alone || shared || party == Party.ETAT) && asState(principal, place)) {
                return Optional.of(Party.ETAT);
            }
            boolean own = shared || party == Party.ETABLISSEMENT;
            if (own && principal.reaches(place, Role.ESTABLISHMENT)) {
                return Optional.of(Party.ETABLISSEMENT);
            }
        }
        return Optional.empty();
    }

    /** Whether the person may submit and withdraw: the collectivity's agent, the State's where there is none. */
    public static boolean maySubmit(Principal principal, Audit audit, LocalDate today) {
        return audit.placements(today).stream()
                .anyMatch(place -> asCollectivity(principal, place)
                        || (place.collectivity() == null && asState(principal, place)));
    }

    private static boolean asCollectivity(Principal principal, Placement place) {
        return principal.held(Role.AGENT).stream()
                .filter(grant -> grant.unit().kind() == UnitId.Kind.COLLECTIVITY)
                .anyMatch(grant -> grant.reaches(place));
    }

    private static boolean asState(Principal principal, Placement place) {
        return principal.held(Role.AGENT).stream().filter(Answering::ofState).anyMatch(grant -> grant.reaches(place));
    }

    private static boolean ofState(Grant grant) {
        return grant.unit().kind().ofState();
    }
}
