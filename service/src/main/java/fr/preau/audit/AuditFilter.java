package fr.preau.audit;

import fr.preau.kernel.SearchText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of audits is narrowed to.
 *
 * @param state null for all but the removed
 * @param text searched in name, commune and UAI, all words, accents and case ignored
 */
public record AuditFilter(@Nullable AuditState state, String text) {
    public static final AuditFilter ALL = new AuditFilter(null, "");
    private static final int LONGEST = 100;

    public AuditFilter {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The words as SQL {@code LIKE} patterns; none when nothing is searched. */
    public List<String> patterns() {
        return patterns(text);
    }

    static List<String> patterns(String text) {
        // Folding leaves letters, digits and spaces only: no wildcard of LIKE survives it.
        return Arrays.stream(SearchText.fold(text).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .map(word -> "%" + word + "%")
                .toList();
    }
}
