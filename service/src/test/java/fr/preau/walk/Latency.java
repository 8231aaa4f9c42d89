package fr.preau.walk;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long one client waits: a save and the page of a collectivity, against the plainest request that asks the database.
 * It needs nothing but the JDK, so that {@code service/bin/bench} runs this very file beside the packaged service.
 *
 * <p>Each measure is bounded in count and in time. Requests follow one another over one kept connection.
 */
public final class Latency {
    private static final int WARMING = 300;
    private static final int COUNT = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String service;
    private final String admin;
    private final String token;
    private String cookie = "";

    private Latency(String service, String admin, String token) {
        this.service = service;
        this.admin = admin;
        this.token = token;
    }

    /** Sorted times in nanoseconds, and the size of the last reply. */
    private record Measure(String what, long[] times, int size) {
        long at(double part) {
            return times[(int) Math.min(times.length - 1L, Math.round(part * times.length))];
        }

        String row(Measure base) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f ms | %.2f ms | %.1f | %d |",
                    what,
                    times.length,
                    at(0.5) / 1e6,
                    at(0.95) / 1e6,
                    (double) at(0.5) / base.at(0.5),
                    size);
        }
    }

    /**
     * @param arguments the service's address, its administration's, and an API token that may answer
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (String row : new Latency(arguments[0], arguments[1], arguments[2]).rows()) {
            System.out.println(row);
        }
    }

    private List<String> rows() throws IOException, InterruptedException {
        signIn();
        String audit = find(get("/etablissements?etat=TO_DO"), "href=\"(/audits/\\d+)\"");
        String control = find(get(audit + "/verifier"), "href=\"" + audit + "/mesures/([A-Z]+-\\d+)\"");
        Measure base = measure("one round trip to the database (`/healthcheck`)", i -> request(admin + "/healthcheck"));
        List<Measure> measures = new ArrayList<>(List.of(base));
        measures.add(byApi("save of one answer, API", audit, control));
        measures.add(byPage("save of one answer, page", audit, control));
        String unit = unit();
        measures.add(measure("page of the collectivity (`/unites/…`)", i -> page(unit)));
        measures.add(measure("my schools (`/etablissements`)", i -> page("/etablissements")));
        return measures.stream().map(measure -> measure.row(base)).toList();
    }

    private Measure byApi(String what, String audit, String control) throws IOException, InterruptedException {
        String answer = "/api/v1" + audit + "/answers/" + control;
        String[] version = {"0"};
        return measure(
                what,
                i -> request(service + answer)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version[0] + "\"")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"verdict\":\"%s\",\"comment\":\"Essai %d\"}"
                                .formatted(i % 2 == 0 ? "CONFORME" : "PARTIEL", i))),
                reply -> version[0] =
                        reply.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
    }

    private Measure byPage(String what, String audit, String control) throws IOException, InterruptedException {
        String path = audit + "/mesures/" + control;
        String shown = get(path);
        String csrf = find(shown, "name=\"csrf\" value=\"([^\"]+)\"");
        String[] version = {find(shown, "name=\"version\" value=\"(\\d+)\"")};
        return measure(
                what,
                i -> page(path)
                        .header("HX-Request", "true")
                        .header("Origin", service)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(form(Map.of(
                                "csrf",
                                csrf,
                                "version",
                                version[0],
                                "verdict",
                                i % 2 == 0 ? "CONFORME" : "PARTIEL",
                                "comment",
                                "Essai " + i))),
                reply -> version[0] = find(reply.body(), "name=\"version\" value=\"(\\d+)\""));
    }

    private Measure measure(String what, IntFunction<HttpRequest.Builder> request)
            throws IOException, InterruptedException {
        return measure(what, request, reply -> {});
    }

    private interface After {
        void read(HttpResponse<String> reply);
    }

    private Measure measure(String what, IntFunction<HttpRequest.Builder> request, After after)
            throws IOException, InterruptedException {
        long[] times = new long[COUNT];
        int count = 0;
        int size = 0;
        long start = System.nanoTime();
        for (int i = 0; count < COUNT && System.nanoTime() - start < LONGEST.toNanos(); i++) {
            HttpRequest one = request.apply(i).build();
            long before = System.nanoTime();
            HttpResponse<String> reply = send(one);
            long time = System.nanoTime() - before;
            if (reply.statusCode() != 200) {
                throw new IOException(what + ": status " + reply.statusCode() + " " + reply.body());
            }
            after.read(reply);
            size = reply.body().getBytes(StandardCharsets.UTF_8).length;
            if (i >= WARMING) {
                times[count++] = time;
            }
        }
        if (count == 0) {
            throw new IOException(what + ": not one request after the warming within " + LONGEST);
        }
        long[] sorted = java.util.Arrays.copyOf(times, count);
        java.util.Arrays.sort(sorted);
        return new Measure(what, sorted, size);
    }

    /** As the agent of the demonstration's département, by the button of the sign-in page. */
    private void signIn() throws IOException, InterruptedException {
        String door = get("/connexion").replace('\n', ' ');
        String action = find(door, "action=\"([^\"]+)\">(?:(?!</form>).)*value=\"dsi\"");
        HttpRequest request = request(service + action)
                .header("Origin", service)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form(Map.of("personne", "dsi")))
                .build();
        cookie = send(request).headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    /** Where the agent's figures lead: the page of their collectivity. */
    private String unit() throws IOException, InterruptedException {
        HttpResponse<String> reply = send(page("/chiffres").build());
        return reply.headers()
                .firstValue("Location")
                .map(to -> to.replaceFirst("^http://[^/]+", ""))
                .orElse("/chiffres");
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(page(path).build()).body();
    }

    private HttpRequest.Builder page(String path) {
        return request(service + path).header("Cookie", cookie);
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        return HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    private static String find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("nothing like " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
