package fr.preau.evidence;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Says what a file is by its bytes, and refuses whatever is not one of {@link FileFormat}. There is no antivirus here:
 * only kinds of file in which nothing runs by itself.
 */
final class Inspection {
    private static final String OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0";

    private Inspection() {}

    /**
     * The format of the file.
     *
     * @throws Refusal invalid, with the remedy, for any other file
     */
    static FileFormat of(Spool file, FileName name) {
        try {
            return format(file, name);
        } catch (IOException | IllegalArgumentException unreadable) {
            // A zip that is none, or broken: what it says of itself can't be believed.
            throw Refusal.invalid("file", "evidence.file.unknown");
        }
    }

    private static FileFormat format(Spool file, FileName name) throws IOException {
        String head = new String(file.from(0).readNBytes(16), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF-")) {
            PdfScan.check(file);
            return FileFormat.PDF;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return FileFormat.PNG;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return FileFormat.JPEG;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return FileFormat.WEBP;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return OfficeScan.check(file);
        }
        if (head.startsWith(OLD_OFFICE)) {
            throw Refusal.invalid("file", "evidence.office.old");
        }
        return text(file, name);
    }

    private static FileFormat text(Spool file, FileName name) throws IOException {
        FileFormat format = FileFormat.CSV.goesBy(name.extension()) ? FileFormat.CSV : FileFormat.TXT;
        if (!format.goesBy(name.extension())) {
            throw Refusal.invalid("file", "evidence.file.unknown");
        }
        TextScan.check(file, format);
        return format;
    }
}
