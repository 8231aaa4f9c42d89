package fr.preau.access;

import fr.preau.web.FormErrors;

/**
 * What the page of a one-time link shows.
 *
 * @param email the account's, or what was typed for the first administrator
 * @param name likewise
 */
public record LinkForm(LinkPurpose purpose, String email, String name, FormErrors errors) {
    /** Whether the bearer also says who they are: the account does not exist yet. */
    public boolean asksWho() {
        return purpose == LinkPurpose.FIRST;
    }

    /** Shortest password that is taken. */
    public int shortest() {
        return Passwords.MINIMUM_LENGTH;
    }
}
