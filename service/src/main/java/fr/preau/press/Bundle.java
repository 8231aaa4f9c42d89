package fr.preau.press;

import fr.preau.workbook.SteadyZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** All files in one ZIP, with their SHA-256 as {@code sha256sum --check} reads them and the schema of the JSON. */
final class Bundle {
    static final String TYPE = "application/zip";
    private static final String SUMS = "SHA256SUMS.txt";
    private static final String SCHEMA = "livrable-1.schema.json";

    private Bundle() {}

    static PressFile of(String name, List<PressFile> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SteadyZip zip = new SteadyZip(out);
            for (PressFile file : files) {
                put(zip, file.name(), file.content());
            }
            byte[] schema = Templates.bytes(DossierJson.SCHEMA);
            put(zip, SCHEMA, schema);
            String sums = files.stream()
                            .map(file -> file.sha256() + "  " + file.name() + "\n")
                            .collect(Collectors.joining())
                    + PressFile.sha256(schema) + "  " + SCHEMA + "\n";
            put(zip, SUMS, sums.getBytes(StandardCharsets.US_ASCII));
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return new PressFile(name + ".zip", TYPE, out.toByteArray());
    }

    private static void put(SteadyZip zip, String name, byte[] content) throws IOException {
        zip.begin(name).write(content);
        zip.end();
    }
}
