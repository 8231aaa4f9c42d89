package fr.preau.territory;

import java.util.regex.Pattern;

/** Checks the keys of SIREN (9 digits) and SIRET (14), which are Luhn's but for La Poste's sites. */
final class Siren {
    private static final Pattern FORM = Pattern.compile("[0-9]{9}|[0-9]{14}");
    private static final String LA_POSTE = "356000000";

    private Siren() {}

    /** Whether the text is a SIREN or a SIRET with its right key. */
    static boolean isRight(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        boolean post = text.length() == 14 && text.startsWith(LA_POSTE);
        return luhn(text) % 10 == 0
                || (post && text.chars().map(digit -> digit - '0').sum() % 5 == 0);
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }
}
