package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The API's description as tests hold it: each reply must be one that it announces, in the form that it announces. */
final class Description {
    /** Statuses that any route may answer, described once under {@code default}. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 406, 429);

    private static final ObjectMapper JSON = new ObjectMapper();

    static final Description KEPT = new Description();

    private final JsonNode document = read();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    /** Every {@code GET /audits/{audit}} with its parameters' names left out, as {@code GET /audits/{}}. */
    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> routes.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]*}", "{}"))));
        return routes;
    }

    /** Every reply that is announced, as {@code saveAnswer 412}. */
    Set<String> announced() {
        Set<String> replies = new TreeSet<>();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .get("responses")
                        .fieldNames()
                        .forEachRemaining(status ->
                                replies.add(operation.get("operationId").asText() + " " + status))));
        replies.removeIf(reply -> reply.endsWith(" default"));
        return replies;
    }

    /** The announced replies that a test has got so far. */
    Set<String> shown() {
        return new TreeSet<>(shown);
    }

    JsonNode document() {
        return document;
    }

    /** Fails unless the reply is announced for that route and status, and holds what its schema says and no more. */
    void holds(String method, String path, ApiReply reply) {
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty() || ANYWHERE.contains(reply.status())) {
            isProblem(reply);
            return;
        }
        JsonNode announced = operation.get().at("/responses/" + reply.status());
        String name = operation.get().get("operationId").asText() + " " + reply.status();
        assertThat(announced.isMissingNode())
                .as("%s is not announced: %s", name, reply.body())
                .isFalse();
        shown.add(name);
        if (reply.status() >= 400) {
            isProblem(reply);
            return;
        }
        if (announced.has("content") && !announced.get("content").has("application/json")) {
            String type = announced.get("content").fieldNames().next();
            assertThat(reply.header("Content-Type")).matches(Pattern.quote(type).replace("*/*", "\\E.+\\Q"));
            return;
        }
        JsonNode content = announced.at("/content/application~1json/schema");
        if (content.isMissingNode()) {
            assertThat(reply.body()).isEmpty();
            return;
        }
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        matches(content, reply.json());
    }

    private void isProblem(ApiReply reply) {
        assertThat(reply.header("Content-Type")).as(reply.body()).isEqualTo("application/problem+json");
        matches(JSON.createObjectNode().put("$ref", "#/components/schemas/Problem"), reply.json());
        assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
        assertThat(reply.json().get("detail").asText()).isNotBlank();
        assertThat(reply.body()).doesNotContain("Exception", "com.fasterxml", "fr.preau", "jakarta", "SQL");
    }

    private void matches(JsonNode schema, JsonNode value) {
        ObjectNode root = schema.deepCopy();
        root.set("components", document.get("components"));
        assertThat(schemas.getSchema(root).validate(value)).as(value.toString()).isEmpty();
    }

    private Optional<JsonNode> operation(String method, String path) {
        String bare = path.replaceFirst("\\?.*", "");
        return document.get("paths").properties().stream()
                .filter(known -> Pattern.matches("/api/v1" + known.getKey().replaceAll("\\{[^}]*}", "[^/]+"), bare))
                .map(Map.Entry::getValue)
                .filter(known -> known.has(method.toLowerCase(java.util.Locale.ROOT)))
                .map(known -> known.get(method.toLowerCase(java.util.Locale.ROOT)))
                .findFirst();
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Path.of("src/main/resources/api/openapi.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
