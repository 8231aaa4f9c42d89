package fr.preau.edition;

import org.jspecify.annotations.Nullable;

/**
 * A run of text within a block. The text is plain, whatever it looks like: every format escapes it.
 *
 * @param href where a link leads, {@code https:} or {@code mailto:} alone; null when it is none
 */
public record Span(
        String text,
        boolean strong,
        boolean emphasis,
        @Nullable String href) {
    public Span {
        if (href != null && !leads(href)) {
            throw new IllegalArgumentException("a link leads to https or to an address");
        }
    }

    /** Whether a link may lead there. */
    static boolean leads(String href) {
        return href.matches("(https://|mailto:)[^\\s<>\"]+");
    }

    public static Span plain(String text) {
        return new Span(text, false, false, null);
    }
}
