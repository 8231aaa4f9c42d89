package fr.preau.demo;

import fr.preau.access.Principal;
import fr.preau.checklist.Party;
import fr.preau.kernel.Uai;
import java.util.Map;
import java.util.Objects;

/**
 * Who does what in the histories that are told.
 *
 * @param organiser opens the campaigns and keeps their roster
 * @param officer judges
 * @param stateAgent answers for the State, and for the schools without collectivity
 * @param agents by the code of their collectivity
 * @param heads of the schools that answer for themselves
 */
record Cast(
        Principal organiser,
        Principal officer,
        Principal stateAgent,
        Map<String, Principal> agents,
        Map<Uai, Principal> heads) {

    /** Somebody, and for which party their answer counts: what {@link fr.preau.audit.Answering} would say. */
    record Writer(Principal person, Party as) {}

    Cast {
        agents = Map.copyOf(agents);
        heads = Map.copyOf(heads);
    }

    /** Who answers the school's controls that fall to the party. */
    Writer writer(RosterLine school, Party party) {
        if (party == Party.ETAT || school.collectivity() == null) {
            return new Writer(stateAgent, Party.ETAT);
        }
        Principal head = heads.get(school.uai());
        if (party == Party.ETABLISSEMENT && head != null) {
            return new Writer(head, Party.ETABLISSEMENT);
        }
        return new Writer(submitter(school), Party.COLLECTIVITE);
    }

    /** Who submits the school's audit. */
    Principal submitter(RosterLine school) {
        String collectivity = school.collectivity();
        return collectivity == null ? stateAgent : Objects.requireNonNull(agents.get(collectivity));
    }
}
