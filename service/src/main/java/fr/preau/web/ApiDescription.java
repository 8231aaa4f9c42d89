package fr.preau.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The API's description, {@code api/openapi.json}: kept by hand, held to the routes and to real replies by tests.
 *
 * <p>Its texts are message keys, so that a client reads it in French or English as the page does, and each sentence
 * stands once.
 */
final class ApiDescription {
    private final ObjectNode document;

    private ApiDescription(ObjectNode document) {
        this.document = document;
    }

    static ApiDescription load() {
        try {
            return new ApiDescription(new ObjectMapper().readValue(Folder.read("api/openapi.json"), ObjectNode.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it is kept, its texts being keys. */
    JsonNode document() {
        return document;
    }

    /** The whole document with its texts said. */
    JsonNode said(UnaryOperator<String> say) {
        JsonNode copy = document.deepCopy();
        say(copy, say);
        return copy;
    }

    private static void say(JsonNode node, UnaryOperator<String> say) {
        for (String member : List.of("summary", "description")) {
            if (node.get(member) instanceof TextNode key) {
                ((ObjectNode) node).put(member, say.apply(key.textValue()));
            }
        }
        node.forEach(child -> say(child, say));
    }

    /** The node that a {@code $ref} leads to, or the node itself. */
    JsonNode followed(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.textValue().substring(1));
    }

    /** A named part of the document, member by member, in order. */
    static Iterable<Map.Entry<String, JsonNode>> members(JsonNode node) {
        return node.properties();
    }
}
