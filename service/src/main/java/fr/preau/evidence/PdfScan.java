package fr.preau.evidence;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Refuses a PDF that does something: scripts, programs to launch, forms that send, files within. It looks for the names
 * of such things, also written with {@code #} codes, in the file and in each of its compressed streams, a part at a time.
 *
 * <p>It is no antivirus: a flaw of a reader is not seen. A PDF whose objects are packed in a way that no office suite uses
 * can't be looked into, and is refused too; so is one that is encrypted.
 */
final class PdfScan {
    private static final List<String> ACTIVE = List.of(
            "/JavaScript",
            "/Launch",
            "/RichMedia",
            "/SubmitForm",
            "/ImportData",
            "/EmbeddedFile",
            "/Encrypt",
            "/XFA ",
            "/XFA[",
            "/XFA\r",
            "/XFA\n");
    private static final List<String> PACKED = List.of("/ObjStm");
    private static final List<String> ODDLY =
            List.of("/LZWDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/RunLengthDecode", "/Crypt");
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\r?\n");

    private final Spool file;
    private final Watch active = new Watch(ACTIVE, true);
    private final Watch packed = new Watch(PACKED, true);
    private final Watch oddly = new Watch(ODDLY, true);
    private final List<Long> streams = new ArrayList<>();
    private final Budget budget = new Budget();

    private PdfScan(Spool file) {
        this.file = file;
    }

    static void check(Spool file) throws IOException {
        PdfScan scan = new PdfScan(file);
        scan.readRaw();
        scan.judge();
        scan.readStreams();
        scan.judge();
    }

    private void judge() {
        String found = active.found();
        if (found != null) {
            String what = found.startsWith("/Encrypt") ? "locked" : found.startsWith("/Embedded") ? "nested" : "active";
            throw Refusal.invalid("file", "evidence.pdf." + what);
        }
        if (packed.found() != null && oddly.found() != null) {
            throw Refusal.invalid("file", "evidence.pdf.closed");
        }
    }

    private void readRaw() throws IOException {
        byte[] buffer = new byte[64 * 1024];
        InputStream in = file.from(0);
        String kept = "";
        long before = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            active.see(buffer, read);
            packed.see(buffer, read);
            oddly.see(buffer, read);
            String window = kept + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            for (Matcher stream = STREAM.matcher(window); stream.find(); ) {
                if (stream.end() > kept.length()) {
                    streams.add(before - kept.length() + stream.end());
                }
            }
            before += read;
            kept = window.substring(Math.max(0, window.length() - 16));
        }
    }

    private void readStreams() throws IOException {
        Inflater inflater = new Inflater();
        try {
            for (long offset : streams) {
                active.startAfresh();
                inflater.reset();
                inflate(inflater, file.from(offset));
            }
        } finally {
            inflater.end();
        }
    }

    /** Ends quietly where the stream does, or is none of zlib's. */
    private void inflate(Inflater inflater, InputStream in) throws IOException {
        byte[] packedBytes = new byte[8 * 1024];
        byte[] open = new byte[32 * 1024];
        try {
            while (!inflater.finished()) {
                int got = inflater.inflate(open);
                if (got > 0) {
                    budget.spend(got);
                    active.see(open, got);
                    continue;
                }
                int read = inflater.needsInput() ? in.read(packedBytes) : -1;
                if (read < 0) {
                    return;
                }
                inflater.setInput(packedBytes, 0, read);
            }
        } catch (DataFormatException notZlib) {
            return;
        }
    }
}
