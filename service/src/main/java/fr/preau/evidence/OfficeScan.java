package fr.preau.evidence;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Says which office document a zip is, after looking into each of its parts within limits: their number, their size once
 * opened, no macro, no lock, no file within the file.
 */
final class OfficeScan {
    private static final int PARTS = 2_000;
    private static final int DECLARATION = 1024 * 1024;
    private static final Pattern DIRECTORY = Pattern.compile("PK\u0001\u0002", Pattern.LITERAL);
    private static final Pattern MACRO_PART =
            Pattern.compile("(?i)(?:basic|scripts|dialogs)/.*|.*(?:vbaproject\\.bin|vbadata\\.xml|/activex/.*"
                    + "|/macrosheets/.*|/dialogsheets/.*)");
    private static final List<String> MACRO_WORDS = List.of(
            "macroEnabled",
            "vnd.sun.star.script",
            "script:event-listener",
            "table:dde-link",
            "text:dde-connection",
            "<ddeLink",
            "DDEAUTO");
    private static final List<String> LOCK_WORDS = List.of("encryption-data");
    private static final List<String> FILES =
            List.of("PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "MZ", "\u007fELF", "%PDF-", "Rar!", "7z\u00bc\u00af");
    private static final Map<String, FileFormat> OPEN_DOCUMENTS = Map.of(
            FileFormat.ODT.mediaType(), FileFormat.ODT,
            FileFormat.ODS.mediaType(), FileFormat.ODS,
            FileFormat.ODP.mediaType(), FileFormat.ODP);
    private static final Map<String, FileFormat> OFFICE = Map.of(
            "wordprocessingml.document.main+xml", FileFormat.DOCX,
            "spreadsheetml.sheet.main+xml", FileFormat.XLSX,
            "presentationml.presentation.main+xml", FileFormat.PPTX);

    private final Set<String> names = new HashSet<>();
    private final Budget budget = new Budget();
    private final Watch macro = new Watch(MACRO_WORDS, false);
    private final Watch lock = new Watch(LOCK_WORDS, false);
    private @Nullable FileFormat format;

    private OfficeScan() {}

    static FileFormat check(Spool file) throws IOException {
        mustBeSmall(file);
        OfficeScan scan = new OfficeScan();
        // The channel is the caller's to close.
        ZipFile zip = ZipFile.builder().setSeekableByteChannel(file.channel()).get();
        for (ZipArchiveEntry part : Collections.list(zip.getEntriesInPhysicalOrder())) {
            scan.look(zip, part);
        }
        if (scan.format == null) {
            throw Refusal.invalid("file", "evidence.file.unknown");
        }
        return scan.format;
    }

    /** Counted before the directory is read as anything: it would be held in memory whole. */
    private static void mustBeSmall(Spool file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        InputStream in = file.from(0);
        String kept = "";
        long parts = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            String window = kept + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            parts += DIRECTORY.matcher(window).results().count();
            kept = window.substring(Math.max(0, window.length() - 3));
        }
        if (parts > PARTS) {
            throw Refusal.invalid("file", "evidence.office.parts", PARTS);
        }
    }

    private void look(ZipFile zip, ZipArchiveEntry part) throws IOException {
        String name = part.getName();
        if (part.getGeneralPurposeBit().usesEncryption()) {
            throw Refusal.invalid("file", "evidence.office.locked");
        }
        if (!zip.canReadEntryData(part) || !names.add(name.toLowerCase(Locale.ROOT)) || leadsOut(name)) {
            throw Refusal.invalid("file", "evidence.file.unknown");
        }
        if (MACRO_PART.matcher(name).matches()) {
            throw Refusal.invalid("file", "evidence.office.macro");
        }
        try (InputStream in = zip.getInputStream(part)) {
            read(name, in);
        }
        if (macro.found() != null) {
            throw Refusal.invalid("file", "evidence.office.macro");
        }
        if (lock.found() != null) {
            throw Refusal.invalid("file", "evidence.office.locked");
        }
    }

    /** Reads a part to its end, whatever size it declares. */
    private void read(String name, InputStream in) throws IOException {
        byte[] head = in.readNBytes(8 * 1024);
        budget.spend(head.length);
        if (FILES.stream().anyMatch(mark -> new String(head, StandardCharsets.ISO_8859_1).startsWith(mark))) {
            throw Refusal.invalid("file", "evidence.office.nested");
        }
        boolean written = name.endsWith(".xml") || name.endsWith(".rels");
        macro.startAfresh();
        lock.startAfresh();
        if (written) {
            watch(head, head.length);
        }
        if (name.equals("mimetype")) {
            format = OPEN_DOCUMENTS.get(new String(head, StandardCharsets.US_ASCII));
        }
        StringBuilder declaration = new StringBuilder(new String(head, StandardCharsets.ISO_8859_1));
        byte[] buffer = new byte[32 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            budget.spend(read);
            if (written) {
                watch(buffer, read);
            }
            if (name.equals("[Content_Types].xml") && declaration.length() < DECLARATION) {
                declaration.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        }
        if (name.equals("[Content_Types].xml") && format == null) {
            format = OFFICE.entrySet().stream()
                    .filter(type -> declaration.indexOf(type.getKey()) >= 0)
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }

    private void watch(byte[] bytes, int length) {
        macro.see(bytes, length);
        lock.see(bytes, length);
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || Set.of(name.split("/")).contains("..");
    }
}
