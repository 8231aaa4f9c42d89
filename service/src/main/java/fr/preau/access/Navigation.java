package fr.preau.access;

import fr.preau.web.Link;
import fr.preau.web.Viewer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The links of the bar, five at most, and the page where one begins: both follow from the roles. */
final class Navigation {
    private static final int MOST = 5;
    private static final Set<Entry> LISTS = EnumSet.of(Entry.SCHOOLS, Entry.REVIEW, Entry.FIGURES);

    private Navigation() {}

    /** One link of the bar. */
    private enum Entry {
        WAITING("/a-faire", Role.AGENT, Role.ESTABLISHMENT),
        SCHOOLS("/etablissements", Role.AGENT, Role.ESTABLISHMENT),
        REVIEW("/revue", Role.REVIEWER),
        FIGURES("/chiffres"),
        CAMPAIGNS("/campagnes", Role.EDITOR, Role.ADMINISTRATOR),
        DELIVERABLES("/livrables", Role.EDITOR),
        PEOPLE("/personnes", Role.ADMINISTRATOR),
        SHARED("/reponses-communes", Role.AGENT),
        GRID("/grille", Role.AGENT, Role.ESTABLISHMENT),
        CHECKLIST("/referentiel");

        private final String path;
        private final List<Role> roles;

        Entry(String path, Role... roles) {
            this.path = path;
            this.roles = List.of(roles);
        }

        private boolean suits(Principal principal) {
            return roles.isEmpty() || roles.stream().anyMatch(principal::has);
        }

        /** An audit's pages lie behind each list that leads to audits. */
        private boolean leadsTo(String here) {
            return within(here, path) || holds(here) || (LISTS.contains(this) && within(here, "/audits"));
        }

        /** What one undertakes lies behind what waits, samples behind the queue, units and the reference behind figures. */
        private boolean holds(String here) {
            return switch (this) {
                case WAITING -> within(here, "/actions") || within(here, "/par-ou-commencer");
                case REVIEW -> within(here, "/echantillons");
                case FIGURES -> within(here, "/unites") || within(here, "/reference");
                case SCHOOLS, CAMPAIGNS, DELIVERABLES, PEOPLE, SHARED, GRID, CHECKLIST -> false;
            };
        }

        private static boolean within(String here, String path) {
            return here.equals(path) || here.startsWith(path + "/") || here.startsWith(path + "?");
        }
    }

    /** Of several links that lead here, the first is marked. */
    static List<Link> links(Principal principal, Viewer viewer, String here) {
        List<Entry> entries = Arrays.stream(Entry.values())
                .filter(entry -> entry.suits(principal))
                .limit(MOST)
                .toList();
        Optional<Entry> current =
                entries.stream().filter(entry -> entry.leadsTo(here)).findFirst();
        return entries.stream()
                .map(entry -> new Link(
                        viewer.t("access.nav." + entry.name()), entry.path, current.equals(Optional.of(entry))))
                .toList();
    }

    /** Where a person begins: what they have to do, else the figures. */
    static ReturnPath home(Principal principal) {
        for (Entry entry : List.of(Entry.WAITING, Entry.REVIEW)) {
            if (entry.suits(principal)) {
                return new ReturnPath(entry.path);
            }
        }
        return new ReturnPath(Entry.FIGURES.path);
    }
}
