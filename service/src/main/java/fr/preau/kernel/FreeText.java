package fr.preau.kernel;

/** What people write in their own words, as far as it can be stored and shown. */
public final class FreeText {
    private FreeText() {}

    /**
     * Whether the text holds a control character other than a line's end or a tab, half of a surrogate pair, or U+FFFE or
     * U+FFFF, for which XML has no place.
     */
    public static boolean holdsInvisible(String text) {
        return text.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\t')
                        || Character.getType(c) == Character.SURROGATE
                        || c == 0xFFFE
                        || c == 0xFFFF);
    }
}
