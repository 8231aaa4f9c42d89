package fr.preau.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an answer or an audit's state shows: a shape, a word and a colour, never one of them alone.
 *
 * <p>The names are the codes that upper layers use; templates pass them as text. It says how things look, not what they
 * mean: values and transitions live with the audit.
 */
public enum Mark {
    CONFORME("m-c", "is-c", "f-c", "C"),
    PARTIEL("m-p", "is-p", "f-p", "P"),
    NON_CONFORME("m-n", "is-n", "f-n", "N"),
    NE_SAIT_PAS("m-s", "is-s", "f-s", "?"),
    NON_APPLICABLE("m-a", "is-a", "f-a", "A"),
    SANS_REPONSE("m-0", "is-0", "f-0", ""),
    VALIDATED("a-valide", "au-valide", "f-valide", ""),
    SUBMITTED("a-soumis", "au-soumis", "f-soumis", ""),
    SENT_BACK("a-renvoye", "au-renvoye", "f-renvoye", ""),
    IN_PROGRESS("a-cours", "au-cours", "f-cours", ""),
    TO_DO("a-todo", "au-todo", "f-todo", ""),
    REMOVED("a-retire", "au-retire", "f-todo", "");

    private final String symbol;
    private final String style;
    private final String fill;
    private final String key;

    Mark(String symbol, String style, String fill, String key) {
        this.symbol = symbol;
        this.style = style;
        this.fill = fill;
        this.key = key;
    }

    /** The mark of a code; null is an answer not given yet. */
    public static Mark of(@Nullable String code) {
        return code == null ? SANS_REPONSE : valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The answers that one may give, in the order they are offered. */
    public static List<Mark> choices() {
        return List.of(CONFORME, PARTIEL, NON_CONFORME, NON_APPLICABLE, NE_SAIT_PAS);
    }

    /** The answers and their absence, in the order of a bar. */
    public static List<Mark> answers() {
        return List.of(CONFORME, PARTIEL, NON_CONFORME, NE_SAIT_PAS, NON_APPLICABLE, SANS_REPONSE);
    }

    /** Name of the drawing in the sprite. */
    public String symbol() {
        return symbol;
    }

    /** Class of the word and its mark. */
    public String style() {
        return style;
    }

    /** Class of its part of a stacked bar. */
    public String fill() {
        return fill;
    }

    /** The key that chooses this answer, empty when none does. */
    public String key() {
        return key;
    }

    /** Message key of the word. */
    public String word() {
        return "mark." + name();
    }

    /** Message key of what choosing this answer says. */
    public String meaning() {
        return "meaning." + name();
    }
}
