package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as its clients meet it: pages with a session, the API with a token. */
final class Http {
    private static final String PASSWORD = "Longue-phrase-secrete-du-banc-77";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String service;

    Http(String service) {
        this.service = service;
    }

    /** The session of somebody who chooses a password by the link. */
    String signIn(String link) throws IOException, InterruptedException {
        HttpRequest request = request(service + URI.create(link).getPath())
                .header("Origin", service)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "email=&name=&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> reply = send(request);
        return reply.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IOException("no session: status " + reply.statusCode()))
                .replaceFirst(";.*", "");
    }

    /** A page, or an address of the administration's when it is absolute. */
    HttpResponse<String> get(String path, String session) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path.startsWith("http") ? path : service + path);
        HttpResponse<String> reply = send(request.header("Cookie", session).build());
        if (reply.statusCode() != 200) {
            throw new IOException(path + ": status " + reply.statusCode());
        }
        return reply;
    }

    /** Saves an answer, at the version that is seen; the size of the reply. */
    int save(Target target, String token) throws IOException, InterruptedException {
        HttpResponse<String> reply =
                send(request(service + "/api/v1/audits/" + target.audit() + "/answers/" + target.control())
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + target.version() + "\"")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"verdict\":\"" + target.verdict()
                                + "\",\"comment\":\"Essai " + target.version() + "\"}"))
                        .build());
        if (reply.statusCode() != 200) {
            throw new IOException("save: status " + reply.statusCode() + " " + reply.body());
        }
        return reply.body().length();
    }

    /** What an API address answers. */
    String json(String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> reply = send(request(service + path)
                .header("Authorization", "Bearer " + token)
                .build());
        if (reply.statusCode() != 200) {
            throw new IOException(path + ": status " + reply.statusCode());
        }
        return reply.body();
    }

    static Optional<String> find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
