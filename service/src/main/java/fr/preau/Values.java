package fr.preau;

import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.kernel.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads what was typed on the command line; what is wrong is refused with what may be written instead. */
final class Values {
    private Values() {}

    static int number(String argument, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a negative one
        }
        throw Refusal.invalid(argument, "command.number", argument, text);
    }

    static Role role(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("role", "command.role", text, roles()));
    }

    /** A session is no scope of a token: it is refused like any other word. */
    static Scope scope(String text) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.label().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Scope.SESSION);
    }

    private static String roles() {
        return Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
