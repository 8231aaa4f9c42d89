package fr.preau.deliverable;

import fr.preau.web.Csv;
import fr.preau.workbook.SteadyZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A ZIP of reports, written as they come: one is in memory at a time, and of the others their SHA-256. */
final class ReportBundle {
    private static final String SUMS = "SHA256SUMS.txt";
    private static final String MANIFEST = "manifeste.csv";
    private static final int LONGEST = 60;

    private final SteadyZip zip;
    private final List<List<String>> lines = new ArrayList<>();

    ReportBundle(OutputStream out) {
        zip = new SteadyZip(out);
        lines.add(List.of("fichier", "uai", "etablissement", "commune", "etat", "octets", "sha256"));
    }

    void add(SchoolReport school, byte[] report) throws IOException {
        String name = name(school);
        put(name, report);
        lines.add(List.of(
                name,
                school.uai().value(),
                school.schoolName(),
                school.communeName(),
                school.state().name(),
                Integer.toString(report.length),
                sha256(report)));
    }

    /** Writes the manifest, the sums as {@code sha256sum --check} reads them, and the end. */
    void finish() throws IOException {
        byte[] manifest = manifest();
        put(MANIFEST, manifest);
        StringBuilder sums = new StringBuilder();
        for (List<String> line : lines.subList(1, lines.size())) {
            sums.append(line.get(line.size() - 1))
                    .append("  ")
                    .append(line.get(0))
                    .append('\n');
        }
        sums.append(sha256(manifest)).append("  ").append(MANIFEST).append('\n');
        put(SUMS, sums.toString().getBytes(StandardCharsets.US_ASCII));
        zip.finish();
    }

    /** {@code 8358101T-college-la-passerelle.pdf}: in the order of the UAI, safe on any disk. */
    static String name(SchoolReport school) {
        String plain = ReportFile.plain(school.schoolName().replace("œ", "oe").replace("Œ", "OE"))
                .toLowerCase(Locale.ROOT);
        String end = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^-|-$", "");
        return school.uai().value() + (end.isEmpty() ? "" : "-" + end) + ".pdf";
    }

    private byte[] manifest() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv csv = Csv.to(out);
        lines.forEach(csv::row);
        csv.end();
        return out.toByteArray();
    }

    private void put(String name, byte[] content) throws IOException {
        zip.begin(name).write(content);
        zip.end();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
