package fr.preau.access;

import fr.preau.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a one-time link shows.
 *
 * @param email the account's, or what was typed for the first administrator
 * @param name likewise
 * @param provider name of the provider that an invitation may also be answered by, null when it may not
 */
public record LinkForm(
        LinkPurpose purpose,
        String email,
        String name,
        @Nullable String provider,
        FormErrors errors) {
    /** Whether the bearer also says who they are: the account does not exist yet. */
    public boolean asksWho() {
        return purpose == LinkPurpose.FIRST;
    }

    /** Shortest password that is taken. */
    public int shortest() {
        return Passwords.MINIMUM_LENGTH;
    }
}
