package fr.preau.rights;

import fr.preau.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Sends one request of the matrix, with the declared samples in its address and its body. */
final class Caller {
    /** Parameters that a place decides; all others are samples of the file. */
    private static final Set<String> PLACED =
            Set.of("audit", "unit", "campaign", "account", "label", "shared", "piece", "action", "assignment");

    private final Stage stage;
    private final AccessTable table;
    private final Map<String, Long> read = new HashMap<>();

    Caller(Stage stage, AccessTable table) {
        this.stage = stage;
        this.table = table;
    }

    /**
     * A request and its reply.
     *
     * @param asked address and body
     */
    record Call(String asked, HttpResponse<byte[]> reply) {
        /** The reply's text; of a PDF, what one reads in it. */
        String text() {
            String type = reply.headers().firstValue("Content-Type").orElse("");
            return type.startsWith("application/pdf")
                    ? PdfWords.of(reply.body())
                    : new String(reply.body(), StandardCharsets.UTF_8);
        }
    }

    /** Whether what the route answers depends on where its things lie. */
    boolean placed(Route route) {
        return route.parameters().stream().anyMatch(name -> PLACED.contains(meaning(name, route)));
    }

    Call call(Visitor visitor, Route route, Target target) {
        String path = route.filled(name -> value(name, route, target));
        String body = body(route, target);
        String[] headers = {
            "Content-Type",
            route.json() ? "application/json" : "application/x-www-form-urlencoded",
            "Origin",
            visitor.base(),
            "If-Match",
            "\"7\""
        };
        return new Call(path + " " + body, visitor.bytes(route.method(), path, with(visitor, route, body), headers));
    }

    private static String with(Visitor visitor, Route route, String body) {
        if (route.safe()) {
            return "";
        }
        return route.json() ? body : "csrf=" + visitor.csrf() + (body.isEmpty() ? "" : "&" + body);
    }

    private String body(Route route, Target target) {
        String declared = table.bodies().getOrDefault(route.toString(), route.json() ? "{}" : "");
        return declared.replace("{unit}", target.unit().toString())
                .replace("{campaign}", target.campaign().toString());
    }

    /** What may be changed is made anew, so that the next request finds things as this one did. */
    private long made(String meaning, Route route, Target target) {
        if (target.audit().value() == Stage.UNKNOWN) {
            return Stage.UNKNOWN;
        }
        return route.safe()
                ? read.computeIfAbsent(meaning + target.unit(), key -> stage.make(meaning, target))
                : stage.make(meaning, target);
    }

    private String value(String name, Route route, Target target) {
        String meaning = meaning(name, route);
        return switch (meaning) {
            case "audit" -> target.audit().toString();
            case "unit" -> target.unit().toString();
            case "campaign" -> target.campaign().toString();
            case "account", "label", "shared", "piece", "action", "assignment" ->
                Long.toString(made(meaning, route, target));
            default -> meaning;
        };
    }

    /** One of {@link #PLACED}, or the sample itself. */
    private String meaning(String name, Route route) {
        String own = table.samples().get("{" + name + "} " + route.path());
        String any = table.samples().get("{" + name + "}");
        if (own == null && any == null) {
            throw new AssertionError(AccessTable.FILE + " says no sample of {" + name + "} for " + route
                    + ". Add the line: {" + name + "} = <a value>, or one of " + PLACED);
        }
        return own == null ? any : own;
    }
}
