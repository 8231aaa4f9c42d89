package fr.preau.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a file, made of what every system and every header takes: letters, digits, spaces and a few signs. What it
 * was called is forgotten, so that nothing has to be careful with it later.
 *
 * @param stem what stands before the extension, at most {@value #LONGEST} characters
 * @param extension in lower case, may be empty
 */
public record FileName(String stem, String extension) {
    private static final int LONGEST = 100;
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()+,’-]+");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final String NAMELESS = "piece";

    /** Cleans the name that a browser or a program sends, which may be a whole path. */
    public static FileName of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String typed = Normalizer.normalize(last, Normalizer.Form.NFC).replace('\'', '’');
        String safe =
                UNSAFE.matcher(typed).replaceAll(" ").replaceAll("[ ]+", " ").strip();
        int dot = safe.lastIndexOf('.');
        boolean extended = dot >= 0 && safe.substring(dot + 1).matches("[A-Za-z0-9]{1,10}");
        String extension = extended ? safe.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        return new FileName(stem(extended ? safe.substring(0, dot) : safe), extension);
    }

    /** The name that tells the format: an extension that says something else stays before the right one. */
    String as(FileFormat format) {
        if (format.goesBy(extension)) {
            return stem + "." + extension;
        }
        return (extension.isEmpty() ? stem : stem + "." + extension) + "." + format.extension();
    }

    /** The header that hands a file of this cleaned name over (RFC 6266), for old and for present browsers. */
    static String disposition(String cleaned) {
        String plain = Normalizer.normalize(cleaned, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('’', '_')
                .replaceAll("[^ -~]", "_");
        String exact = URLEncoder.encode(cleaned, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }

    private static String stem(String text) {
        String trimmed = text.replaceAll("^[. ]+|[. ]+$", "");
        int end = trimmed.offsetByCodePoints(0, Math.min(LONGEST, trimmed.codePointCount(0, trimmed.length())));
        String stem = trimmed.substring(0, end).strip();
        if (stem.isEmpty()) {
            return NAMELESS;
        }
        return RESERVED.matcher(stem).matches() ? "_" + stem : stem;
    }
}
