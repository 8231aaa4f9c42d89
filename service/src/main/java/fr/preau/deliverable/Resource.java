package fr.preau.deliverable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of the jar that a document is made with, read whole and kept: nothing is read while one is drawn. */
final class Resource {
    private Resource() {}

    static byte[] bytes(String path) {
        try (InputStream in = Resource.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
