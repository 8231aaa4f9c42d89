package fr.preau.access.mail;

import java.util.function.IntPredicate;

/**
 * One message in plain text. Its subject is one line by construction, so that no word in it can begin another header.
 *
 * @param to address of one person
 * @param text lines end by {@code \n}
 */
public record Letter(String to, String subject, String text) {
    private static final IntPredicate CONTROL = Character::isISOControl;

    public Letter {
        if (subject.isBlank() || subject.chars().anyMatch(CONTROL) || to.chars().anyMatch(CONTROL)) {
            throw new IllegalArgumentException("the subject and the address of a letter are one line each");
        }
    }
}
