package fr.preau.deliverable;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A document ready to be handed over.
 *
 * @param name letters, digits, hyphens and one dot: safe in a header and on any disk
 * @param content whole; belongs to whoever receives it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ReportFile(String name, byte[] content) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    /** Words as a part of a name: {@code "Été 2026–2027"} gives {@code "Ete-2026-2027"}; nothing may be left. */
    public static String plain(String words) {
        String bare =
                MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
        return ENDS.matcher(OTHER.matcher(bare).replaceAll("-")).replaceAll("");
    }
}
