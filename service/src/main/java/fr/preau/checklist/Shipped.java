package fr.preau.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files of the checklist that the jar carries. */
final class Shipped {
    static final String IDENTIFIER = "pssi-etablissement-scolaire";
    private static final String VERSION = "1.0.0";

    private Shipped() {}

    static byte[] checklist() {
        return resource("/checklist/" + IDENTIFIER + "-" + VERSION + ".json");
    }

    static byte[] references() {
        return resource("/checklist/references.json");
    }

    private static byte[] resource(String path) {
        try (InputStream in = Shipped.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
