package fr.preau.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Folds a name as one searches it: without accents, case, ligatures, apostrophes or hyphens. */
public final class SearchText {
    private SearchText() {}

    /** {@code "Collège L’Œuvre-d’Été"} gives {@code "college l oeuvre d ete"}. */
    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        String parts = Normalizer.normalize(lower, Normalizer.Form.NFD);
        // By hand: an import folds hundreds of thousands of cells, where expressions took half of its reading.
        StringBuilder folded = new StringBuilder(parts.length());
        boolean apart = false;
        for (int i = 0; i < parts.length(); i += Character.charCount(parts.codePointAt(i))) {
            int letter = parts.codePointAt(i);
            if (isKept(letter)) {
                if (apart && folded.length() > 0) {
                    folded.append(' ');
                }
                folded.append((char) letter);
                apart = false;
                continue;
            }
            apart |= !isMark(letter);
        }
        return folded.toString();
    }

    private static boolean isKept(int letter) {
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
