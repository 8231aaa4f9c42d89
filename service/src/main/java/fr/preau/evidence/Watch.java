package fr.preau.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in bytes that pass by, without keeping them: only the end of each part is looked at again with the next
 * one. Words, not patterns: a pattern would take seconds over what a small file may hold.
 */
final class Watch {
    /** Longer than any word, each of its letters being written as a code. */
    private static final int KEPT = 128;

    private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");

    private final List<String> words;
    private final boolean decodes;
    private String kept = "";
    private @Nullable String found;

    /**
     * @param decodes whether {@code #4A} is read as the byte that it stands for, as in the names of a PDF
     */
    Watch(List<String> words, boolean decodes) {
        this.words = List.copyOf(words);
        this.decodes = decodes;
    }

    void see(byte[] bytes, int length) {
        if (found != null) {
            return;
        }
        String window = kept + new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        String read = decodes ? decoded(window) : window;
        found = words.stream().filter(read::contains).findFirst().orElse(null);
        kept = window.substring(Math.max(0, window.length() - KEPT));
    }

    /** The word that was met, null when none was. */
    @Nullable
    String found() {
        return found;
    }

    /** What comes next has nothing to do with what has passed. */
    void startAfresh() {
        kept = "";
    }

    private static String decoded(String window) {
        if (window.indexOf('#') < 0) {
            return window;
        }
        return CODE.matcher(window)
                .replaceAll(code ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code.group(1), 16))));
    }
}
