package fr.preau.evidence;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells plain text from what only looks like it: bytes that no text holds, markup, scripts, programs made of letters. In
 * a CSV no cell may begin as a formula, which a spreadsheet would run.
 */
final class TextScan {
    /** How what is no plain text begins; the last is a program of the DOS, as the EICAR test file is one. */
    private static final List<String> NOT_TEXT = List.of("<", "#!", "%!ps", "{\\rtf", "x5o!p%@ap");

    private static final Pattern FORMULA =
            Pattern.compile("[\r\n;,\t][\\s\"\ufeff]{0,20}(?:[=@]|\uff1d|\uff20|[+\\-](?![\\d\\s.,]|$|[;\"\r\n]))");
    private static final int OVERLAP = 64;

    private TextScan() {}

    static void check(Spool file, FileFormat format) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        InputStream in = file.from(0);
        String kept = "\n";
        boolean first = true;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                mustBeText(buffer[i]);
            }
            String part = new String(buffer, 0, read, StandardCharsets.UTF_8);
            if (first && NOT_TEXT.stream().anyMatch(opening(part)::startsWith)) {
                throw Refusal.invalid("file", "evidence.file.unknown");
            }
            first = false;
            if (format == FileFormat.CSV && FORMULA.matcher(kept + part).find()) {
                throw Refusal.invalid("file", "evidence.csv.formula");
            }
            kept = part.substring(Math.max(0, part.length() - OVERLAP));
        }
    }

    private static void mustBeText(byte one) {
        boolean written =
                one < 0 || one >= ' ' && one != 0x7f || one == '\n' || one == '\r' || one == '\t' || one == '\f';
        if (!written) {
            throw Refusal.invalid("file", "evidence.file.unknown");
        }
    }

    /** The first visible letters, without the mark that some editors put before them. */
    private static String opening(String text) {
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        String visible = bare.stripLeading();
        return visible.substring(0, Math.min(16, visible.length())).toLowerCase(Locale.ROOT);
    }
}
