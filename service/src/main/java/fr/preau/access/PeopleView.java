package fr.preau.access;

import java.util.List;

/** What the pages about one person show. */
public final class PeopleView {
    private PeopleView() {}

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
     * The page of one person.
     *
     * @param offersFactor whether there is such a thing as a second factor: not in the demonstration
     */
    public record One(PersonRow person, boolean self, boolean offersFactor, InviteForm.GrantForm form, Post post) {
        /** Whether the account is open and somebody else's: one does not shut oneself out. */
        public boolean canClose() {
            return !self && !person.closed();
        }
    }

    /** A link that is on its way to its bearer by mail. */
    public record Sent(String name, String email, LinkPurpose purpose) {}

    /** A link, shown this once to be handed over. */
    public record Shown(String name, String email, String address, LinkPurpose purpose) {}
}
