package fr.preau.deliverable;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/**
 * Where a line may end: after spaces, after a slash, within a long compound. Never inside « l’école », nor before what
 * French sets after a space, even where a person typed an ordinary one. Java's own iterator does both.
 *
 * <p>A word wider than its column is left to the style sheet.
 */
final class FrenchLines implements FSTextBreaker {
    /** Letters on both sides that make a compound worth cutting: « Wi-Fi » isn't. */
    private static final int LONG = 3;

    private static final String CLINGS_BEFORE = ";:!?»";

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return BreakIterator.DONE;
        }
        do {
            at++;
        } while (at < text.length() && !mayEndBefore(at));
        return at;
    }

    private boolean mayEndBefore(int place) {
        char before = text.charAt(place - 1);
        char after = text.charAt(place);
        if (space(after) || CLINGS_BEFORE.indexOf(after) >= 0) {
            return false;
        }
        return space(before) && !opens(place - 2)
                || before == '/' && after != '/'
                || before == '-' && letters(place - 1 - LONG) && letters(place);
    }

    private boolean letters(int from) {
        return from >= 0
                && from + LONG <= text.length()
                && text.substring(from, from + LONG).chars().allMatch(Character::isLetter);
    }

    private boolean opens(int place) {
        return place >= 0 && text.charAt(place) == '«';
    }

    private static boolean space(char character) {
        return character == ' ' || character == '\n' || character == '\t' || character == '\r';
    }
}
