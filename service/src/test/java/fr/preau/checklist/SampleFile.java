package fr.preau.checklist;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** The shipped file, as it is or with something changed in it. */
public final class SampleFile {
    /** Writes escapes, so that a test can put half a character in a file. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private SampleFile() {}

    static ObjectNode shipped() {
        return parse(Shipped.checklist());
    }

    static ObjectNode parse(byte[] file) {
        try {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode file) {
        try {
            return JSON.writeValueAsBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] changed(Consumer<ObjectNode> change) {
        ObjectNode file = shipped();
        change.accept(file);
        return bytes(file);
    }

    /** The shipped file under another version number, with one more change. */
    public static byte[] version(String version, Consumer<ObjectNode> change) {
        return changed(file -> {
            file.put("version", version);
            change.accept(file);
        });
    }

    static ObjectNode control(ObjectNode file, int index) {
        return (ObjectNode) file.withArray("mesures").get(index);
    }
}
