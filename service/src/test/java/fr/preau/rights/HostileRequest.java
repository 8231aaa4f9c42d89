package fr.preau.rights;

import fr.preau.Visitor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One generated request: a real route with some of its parts made hostile, from somebody whose session and form token
 * are right, so that it reaches what lies behind the doors.
 */
final class HostileRequest {
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Referer",
            "User-Agent",
            "X-Forwarded-For",
            "If-Match",
            "HX-Request",
            "HX-Current-URL",
            "X-Request-Id",
            "Cookie",
            "Authorization",
            "Content-Encoding",
            "Range",
            "Expect",
            "X-HTTP-Method-Override",
            "Forwarded");
    private static final List<String> QUERY = List.of(
            "q", "etat", "campagne", "campaign", "apres", "after", "avant", "fait", "retour", "version", "unit");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data; boundary=x",
            "application/xml",
            "application/json;charset=utf-16",
            "x/y;z=",
            "\u0001");

    private final Hostile hostile;
    private final Stage stage;

    HostileRequest(Hostile hostile, Stage stage) {
        this.hostile = hostile;
        this.stage = stage;
    }

    byte[] on(Route route, Visitor visitor) {
        String path = route.filled(name -> hostile.often() ? sample(name) : hostile.segment());
        String query = hostile.often() ? "?" + hostile.oneOf(QUERY) + "=" + hostile.field() : "";
        String method = hostile.seldom()
                ? hostile.oneOf(List.of("PATCH", "OPTIONS", "HEAD", "TRACE", "PUT", "x"))
                : route.method();
        String body = route.safe() && !hostile.seldom() ? "" : body(route, visitor);
        byte[] bytes = body.getBytes(hostile.seldom() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\n");
        head.append("Host: ")
                .append(visitor.base().substring("http://".length()))
                .append("\r\n");
        head.append("Connection: close\r\n");
        head.append("Origin: ").append(visitor.base()).append("\r\n");
        if (visitor.cookie() != null) {
            head.append("Cookie: ").append(visitor.cookie()).append("\r\n");
        }
        if (visitor.token() != null) {
            head.append("Authorization: Bearer ").append(visitor.token()).append("\r\n");
        }
        if (bytes.length > 0) {
            head.append("Content-Type: ").append(type(route)).append("\r\n");
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        if (hostile.often()) {
            head.append(hostile.oneOf(HEADERS))
                    .append(": ")
                    .append(hostile.header())
                    .append("\r\n");
        }
        return joined(head + "\r\n", bytes, StandardCharsets.UTF_8);
    }

    private String type(Route route) {
        if (hostile.seldom()) {
            return hostile.oneOf(TYPES);
        }
        return route.json() ? "application/json" : "application/x-www-form-urlencoded";
    }

    private String body(Route route, Visitor visitor) {
        return route.json() ? hostile.json() : "csrf=" + visitor.csrf() + "&" + hostile.form();
    }

    private String sample(String name) {
        return switch (name) {
            case "audit" -> stage.begun().toString();
            case "control" -> "SAU-02";
            case "theme" -> "SAU";
            case "unit" -> "collectivite-35901";
            case "language" -> "fr";
            default -> "1";
        };
    }

    private static byte[] joined(String head, byte[] body, Charset charset) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(charset));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
