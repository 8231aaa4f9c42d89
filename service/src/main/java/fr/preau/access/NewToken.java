package fr.preau.access;

import fr.preau.kernel.FreeText;
import fr.preau.kernel.Refusal;

/**
 * A token to issue.
 *
 * @param name what its owner knows it by: the program that will bear it
 * @param days life in days, 1 to 366
 */
public record NewToken(String name, Scope scope, int days) {
    static final int LONGEST_DAYS = 366;
    static final int LONGEST_NAME = 80;

    public NewToken {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || FreeText.holdsInvisible(name)) {
            throw Refusal.invalid("name", "token.name", LONGEST_NAME);
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw Refusal.invalid("days", "access.token.days", LONGEST_DAYS);
        }
        if (scope == Scope.SESSION) {
            throw Refusal.invalid("scope", "access.token.scope");
        }
    }
}
