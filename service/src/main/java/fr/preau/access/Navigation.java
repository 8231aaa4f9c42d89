package fr.preau.access;

import fr.preau.web.Link;
import fr.preau.web.Viewer;
import java.util.ArrayList;
import java.util.List;

/** The links of the bar, five at most, and the page where one begins: both follow from the roles. */
final class Navigation {
    private static final int MOST = 5;

    private Navigation() {}

    /** One link of the bar. */
    private enum Entry {
        SCHOOLS("/etablissements", Role.AGENT, Role.ESTABLISHMENT),
        REVIEW("/revue", Role.REVIEWER),
        FIGURES("/chiffres"),
        CAMPAIGNS("/campagnes", Role.EDITOR, Role.ADMINISTRATOR),
        PEOPLE("/personnes", Role.ADMINISTRATOR),
        SHARED("/reponses-communes", Role.AGENT),
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

        private boolean leadsTo(String here) {
            return here.equals(path) || here.startsWith(path + "/") || here.startsWith(path + "?");
        }
    }

    static List<Link> links(Principal principal, Viewer viewer, String here) {
        List<Link> links = new ArrayList<>();
        for (Entry entry : Entry.values()) {
            if (entry.suits(principal) && links.size() < MOST) {
                links.add(new Link(viewer.t("access.nav." + entry.name()), entry.path, entry.leadsTo(here)));
            }
        }
        return links;
    }

    /** Where a person begins: what they have to do, else the figures. */
    static ReturnPath home(Principal principal) {
        for (Entry entry : List.of(Entry.SCHOOLS, Entry.REVIEW)) {
            if (entry.suits(principal)) {
                return new ReturnPath(entry.path);
            }
        }
        return new ReturnPath(Entry.FIGURES.path);
    }
}
