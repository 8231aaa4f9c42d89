package fr.preau.kernel;

import java.util.regex.Pattern;

/**
 * Identifier of a school: seven digits and a check letter (<em>unité administrative immatriculée</em>).
 *
 * <p>The letter is {@code ABCDEFGHJKLMNPRSTUVWXYZ[n mod 23]}. The first three digits name a département or a territory
 * but never an académie: derive that from the directory's own column.
 */
public record Uai(String value) implements TextId {
    private static final Pattern FORM = Pattern.compile("[0-9]{7}[A-Z]");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    public Uai {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.invalid("uai", "uai.form", value);
        }
        char right = letter(Integer.parseInt(value.substring(0, 7)));
        if (value.charAt(7) != right) {
            throw Refusal.invalid("uai", "uai.letter", value, String.valueOf(right));
        }
    }

    /** The UAI of a number below ten million, with its right letter. */
    public static Uai of(int number) {
        return new Uai("%07d%c".formatted(number, letter(number)));
    }

    /** Reads a UAI out of a path: a wrong one is not found. */
    public static Uai fromString(String text) {
        try {
            return new Uai(text);
        } catch (Refusal wrong) {
            throw Refusal.notFound();
        }
    }

    private static char letter(int number) {
        return LETTERS.charAt(number % LETTERS.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
