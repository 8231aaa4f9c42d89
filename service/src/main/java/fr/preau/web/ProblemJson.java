package fr.preau.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem as a program reads it: the members of {@code application/problem+json} (RFC 9457), in order.
 *
 * <p>{@code type} and each violation's {@code field} are stable; the rest is for people, in the language they ask for.
 */
final class ProblemJson {
    /** One member to correct. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Field(String field, String message) {}

    private ProblemJson() {}

    static Map<String, Object> of(Failure failure, Viewer viewer, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:preau:problem:" + failure.slug());
        members.put("title", viewer.t(failure.title()));
        members.put("status", failure.status());
        members.put("detail", viewer.t(failure.detail()));
        members.put("requestId", requestId);
        if (!failure.violations().isEmpty()) {
            members.put("violations", fields(failure, viewer));
        }
        if (failure.current() != null) {
            members.put("current", failure.current());
        }
        return members;
    }

    /** A problem without more, written out: for where no mapper runs. */
    static String bare(int status, String slug, String title, String detail, String requestId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "urn:preau:problem:" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("requestId", requestId)
                .toString();
    }

    private static List<Field> fields(Failure failure, Viewer viewer) {
        return failure.violations().stream()
                .map(violation -> new Field(violation.field(), viewer.t(violation.message())))
                .toList();
    }
}
