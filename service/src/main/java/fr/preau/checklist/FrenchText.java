package fr.preau.checklist;

import java.util.regex.Pattern;

/**
 * Sets the checklist's French as a printer would: curly apostrophes, no-break spaces before high punctuation. Only for
 * showing; what is stored, exported and digested stays as its author typed it.
 */
public final class FrenchText {
    private static final Pattern BEFORE_HIGH = Pattern.compile("[ \\u00a0](?=[;!?])");
    private static final Pattern BEFORE_WIDE = Pattern.compile(" (?=[:»])");
    private static final Pattern AFTER_QUOTE = Pattern.compile("(?<=«) ");

    private FrenchText() {}

    public static String typeset(String text) {
        String curly = text.replace('\'', '’');
        String high = BEFORE_HIGH.matcher(curly).replaceAll("\u202f");
        String wide = BEFORE_WIDE.matcher(high).replaceAll("\u00a0");
        return AFTER_QUOTE.matcher(wide).replaceAll("\u00a0");
    }
}
