package fr.preau.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the API shows, drawn out of its description: it can't say anything else than the document does.
 *
 * @param formats the objects that go in and out, by name
 */
public record ApiPage(List<Call> calls, List<Format> formats) {

    /**
     * One route.
     *
     * @param summary message key
     * @param body example of a body to send, null when it takes none
     */
    public record Call(
            String method,
            String path,
            String summary,
            List<Field> parameters,
            @Nullable Field bodyFormat,
            @Nullable String body,
            List<Status> replies) {
        /** Id of its heading on the page. */
        public String anchor() {
            return (method + path).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        }
    }

    /**
     * A parameter or a member.
     *
     * @param format name of the object that it holds, null for plain values
     * @param meaning message key, null when the name says it
     */
    public record Field(
            String name,
            String type,
            boolean required,
            @Nullable String format,
            @Nullable String meaning) {}

    /** A status that a route may answer; the meaning is a message key. */
    public record Status(String code, String meaning) {}

    /** An object; the meaning is a message key. */
    public record Format(String name, String meaning, List<Field> fields) {}

    static ApiPage of(ApiDescription description) {
        List<Call> calls = new ArrayList<>();
        for (var path : ApiDescription.members(description.document().get("paths"))) {
            for (var method : ApiDescription.members(path.getValue())) {
                calls.add(call(description, method.getKey(), path.getKey(), method.getValue()));
            }
        }
        List<Format> formats = new ArrayList<>();
        for (var schema : ApiDescription.members(description.document().at("/components/schemas"))) {
            if (schema.getValue().has("properties")) {
                formats.add(format(description, schema.getKey(), schema.getValue()));
            }
        }
        return new ApiPage(List.copyOf(calls), List.copyOf(formats));
    }

    private static Call call(ApiDescription description, String method, String path, JsonNode operation) {
        SchemaWords words = new SchemaWords(description);
        List<Field> parameters = StreamSupport.stream(
                        operation.path("parameters").spliterator(), false)
                .map(parameter -> words.field(
                        parameter.get("name").textValue(),
                        parameter.get("schema"),
                        parameter.get("required").booleanValue(),
                        parameter.get("description").textValue()))
                .toList();
        JsonNode body = operation.at("/requestBody/content/application~1json");
        List<Status> replies = new ArrayList<>();
        for (Map.Entry<String, JsonNode> reply : ApiDescription.members(operation.get("responses"))) {
            JsonNode meaning = description.followed(reply.getValue()).get("description");
            replies.add(new Status(reply.getKey(), meaning.textValue()));
        }
        return new Call(
                method.toUpperCase(Locale.ROOT),
                "/api/v1" + path,
                operation.get("summary").textValue(),
                parameters,
                body.isMissingNode() ? null : words.field("", body.get("schema"), true, null),
                body.isMissingNode() ? null : body.get("example").toString(),
                List.copyOf(replies));
    }

    private static Format format(ApiDescription description, String name, JsonNode schema) {
        SchemaWords words = new SchemaWords(description);
        List<String> required = StreamSupport.stream(schema.get("required").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        List<Field> fields = new ArrayList<>();
        for (var member : ApiDescription.members(schema.get("properties"))) {
            JsonNode meaning = member.getValue().get("description");
            fields.add(words.field(
                    member.getKey(),
                    member.getValue(),
                    required.contains(member.getKey()),
                    meaning == null ? null : meaning.textValue()));
        }
        return new Format(name, schema.get("description").textValue(), List.copyOf(fields));
    }
}
