package fr.preau.access;

import fr.preau.kernel.UnitId;
import fr.preau.web.Viewer;
import java.util.List;
import java.util.Map;

/**
 * People whom an administrator sees.
 *
 * @param names of the units on which they hold rights
 */
public record PeopleView(List<PersonRow> people, Map<UnitId, String> names) {
    /** « Agent, Commune de Montrelay ». */
    public String told(Viewer viewer, Grant grant) {
        return viewer.t(
                "access.grant",
                viewer.t("access.role." + grant.role().name()),
                names.getOrDefault(grant.unit(), grant.unit().toString()));
    }

    /**
     * How mail stands with one person.
     *
     * @param configured whether links leave by mail at all
     * @param waiting what has not left yet
     */
    public record Post(boolean configured, List<MailState> waiting) {
        static final Post NONE = new Post(false, List.of());
    }

    /**
     * What the page of one person shows.
     *
     * @param offersFactor whether there is such a thing as a second factor: not in the demonstration
     */
    public record One(PeopleView view, boolean self, boolean offersFactor, InviteForm.GrantForm form, Post post) {
        public PersonRow person() {
            return view.people().get(0);
        }

        /** Whether the account is open and somebody else's: one does not shut oneself out. */
        public boolean canClose() {
            return !self && person().disabledAt() == null;
        }
    }

    /** A link that is on its way to its bearer by mail. */
    public record Sent(String name, String email, LinkPurpose purpose) {}

    /** A link, shown this once to be handed over. */
    public record Shown(String name, String email, String address, LinkPurpose purpose) {}
}
