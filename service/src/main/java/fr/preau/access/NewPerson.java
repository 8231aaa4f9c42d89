package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.UnitId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person to create an account for.
 *
 * @param email folded to lower case; only its form is checked, the link proves that it is read
 * @param employer the unit that the person works for
 */
public record NewPerson(String email, String name, UnitId employer) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,180}");
    private static final int NAME_LENGTH = 120;

    public NewPerson {
        email = address(email);
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("name", "access.name.form", NAME_LENGTH);
        }
    }

    /** The address, folded. */
    static String address(String email) {
        String folded = fold(email);
        if (!EMAIL.matcher(folded).matches()) {
            throw Refusal.invalid("email", "access.email.form", folded);
        }
        return folded;
    }

    /** What the person is searched by. */
    String searchText() {
        return SearchText.fold(name + " " + email);
    }

    static String fold(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
