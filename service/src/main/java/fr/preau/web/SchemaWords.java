package fr.preau.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Says a JSON schema in a few words: {@code integer | null}, {@code Answer[]}, {@code VALIDATE | SEND_BACK}. */
record SchemaWords(ApiDescription description) {

    ApiPage.Field field(String name, JsonNode schema, boolean required, @Nullable String meaning) {
        return new ApiPage.Field(name, type(schema), required, format(schema), meaning);
    }

    private String type(JsonNode schema) {
        JsonNode target = description.followed(schema);
        if (target.has("enum")) {
            return joined(target.get("enum"));
        }
        if (schema.has("$ref")) {
            return nameOf(schema);
        }
        if (schema.has("oneOf")) {
            return StreamSupport.stream(schema.get("oneOf").spliterator(), false)
                    .map(this::type)
                    .collect(Collectors.joining(" | "));
        }
        if (schema.has("items")) {
            return type(schema.get("items")) + "[]";
        }
        if (schema.path("additionalProperties").isObject()) {
            return "{ … : " + type(schema.get("additionalProperties")) + " }";
        }
        String type = schema.get("type").isArray()
                ? joined(schema.get("type"))
                : schema.get("type").textValue();
        return schema.has("format") ? type + " (" + schema.get("format").textValue() + ")" : type;
    }

    private @Nullable String format(JsonNode schema) {
        JsonNode inner = schema.has("items") ? schema.get("items") : schema;
        return description.followed(inner).has("properties") ? nameOf(inner) : null;
    }

    private static String nameOf(JsonNode reference) {
        String path = reference.get("$ref").textValue();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String joined(JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.joining(" | "));
    }
}
