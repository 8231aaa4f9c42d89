package fr.preau.checklist;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A checklist file that has passed every verification: form first, then coherence, each telling all that it found.
 * There is no lenient reading: what can't be stored and given back exactly is refused.
 *
 * @param canonical the whole file in its canonical form
 * @param sha256 of that form
 */
public record ChecklistFile(String canonical, String sha256, ChecklistDocument document) {
    private static final int LARGEST_MEGABYTES = 5;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // 1.0 stays 1.0 in an export; the canonical form doesn't mind.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * Reads a file of UTF-8 JSON.
     *
     * @throws Refusal invalid, with every place to correct and its remedy
     */
    public static ChecklistFile read(byte[] file) {
        if (file.length > LARGEST_MEGABYTES * 1_000_000) {
            throw Refusal.invalid("", "checklist.file.size", LARGEST_MEGABYTES);
        }
        JsonNode root = tree(text(file));
        if (!root.isObject()) {
            throw Refusal.invalid("", "checklist.file.object");
        }
        Findings findings = new Findings();
        ChecklistShape.FILE.check("", root, findings);
        findings.refuseIfAny();
        ChecklistFile read = bind(root);
        Coherence.check(read.document, findings);
        findings.refuseIfAny();
        return read;
    }

    /** The canonical form of a JSON text that is known to be one. */
    static String canonical(String json) {
        return CanonicalJson.write(tree(json));
    }

    /** The same JSON laid out to be read by people, members in the order they come in. */
    static String indented(String json) {
        return tree(json).toPrettyString() + "\n";
    }

    Checklist as(ChecklistId id) {
        return new Checklist(id, sha256, document);
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("", "checklist.file.encoding");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw Refusal.invalid("", "checklist.file.json", at.getLineNr(), at.getColumnNr());
        }
    }

    private static ChecklistFile bind(JsonNode root) {
        try {
            String canonical = CanonicalJson.write(root);
            ChecklistDocument document = JSON.treeToValue(root, ChecklistDocument.class);
            return new ChecklistFile(canonical, CanonicalJson.sha256(canonical), document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a file of the right form doesn't fit the records", e);
        }
    }
}
