package fr.preau.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A reply of the API. */
record ApiReply(int status, Map<String, List<String>> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ApiReply of(HttpResponse<String> reply) {
        return new ApiReply(reply.statusCode(), reply.headers().map(), reply.body());
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    /** A member by its JSON pointer, as text. */
    String at(String pointer) {
        return json().at(pointer).asText();
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                .findFirst()
                .orElse(null);
    }

    /** The reply without what tells two requests apart: its id and its time. */
    Map<String, Object> bare() {
        Map<String, Object> bare = new TreeMap<>(headers);
        List<String> id = headers.get("x-request-id");
        bare.remove("x-request-id");
        bare.remove("date");
        bare.put("status", status);
        bare.put("body", body.replace(id.get(0), ""));
        // Ids are not all of one length.
        bare.remove("content-length");
        return bare;
    }
}
