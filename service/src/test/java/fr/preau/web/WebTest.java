package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.core.Configuration;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@ExtendWith(DropwizardExtensionsSupport.class)
class WebTest {
    static final DropwizardAppExtension<Configuration> APP = new DropwizardAppExtension<>(
            SampleApplication.class,
            null,
            ConfigOverride.config("server.applicationConnectors[0].port", "0"),
            ConfigOverride.config("server.adminConnectors[0].port", "0"));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Test
    void writes_a_page_in_utf8_with_its_length() throws Exception {
        HttpResponse<String> reply = get("/echo?text=ok", "Accept", HTML);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(header(reply, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(header(reply, "Content-Length"))
                .isEqualTo(Integer.toString(reply.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(reply.body())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"fr\">", "Été à Ombreville", "<title>ok — Préau</title>", "Données fictives");
    }

    @Test
    void escapes_what_a_model_holds() throws Exception {
        String script = "<script>alert(1)</script>\"'";
        String body = get("/echo?text=" + URLEncoder.encode(script, StandardCharsets.UTF_8))
                .body();

        assertThat(body).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)", "&#34;");
    }

    @Test
    void protects_every_reply() throws Exception {
        for (String path : List.of("/echo?text=a", "/nowhere", "/api/v1/fault", "/page/fault")) {
            HttpResponse<String> reply = get(path);
            assertThat(header(reply, "Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(reply, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(header(reply, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(header(reply, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(header(reply, "Permissions-Policy")).contains("camera=()");
            assertThat(header(reply, "Cache-Control")).isEqualTo("no-store");
            assertThat(reply.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(header(reply, "X-Request-Id")).matches("[0-9a-z]{6,13}");
        }
    }

    @Test
    void tells_an_unknown_path_and_a_wrong_id_alike_but_for_the_request_id() throws Exception {
        List<String> pages = List.of("/nowhere", "/page/schools/8350101Y", "/page/schools/x");
        for (String page : pages) {
            HttpResponse<String> reply = get(page, "Accept", HTML);
            HttpResponse<String> first = get(pages.get(0), "Accept", HTML);
            assertThat(reply.statusCode()).isEqualTo(404);
            assertThat(reply.body()).contains("Page introuvable", header(reply, "X-Request-Id"));
            assertThat(bare(reply)).isEqualTo(bare(first));
            assertThat(reply.headers().map().keySet())
                    .isEqualTo(first.headers().map().keySet());
        }
    }

    @Test
    void tells_a_problem_as_json_under_api_and_where_json_is_asked_for() throws Exception {
        for (HttpResponse<String> reply : List.of(
                get("/api/v1/schools/x", "Accept", "*/*"), get("/nowhere", "Accept", "application/problem+json"))) {
            assertThat(reply.statusCode()).isEqualTo(404);
            assertThat(header(reply, "Content-Type")).isEqualTo("application/problem+json");
            JsonNode problem = JSON.readTree(reply.body());
            assertThat(problem.get("type").asText()).isEqualTo("urn:preau:problem:not-found");
            assertThat(problem.get("title").asText()).isEqualTo("Page introuvable");
            assertThat(problem.get("status").asInt()).isEqualTo(404);
            assertThat(problem.get("requestId").asText()).isEqualTo(header(reply, "X-Request-Id"));
        }
    }

    @Test
    void names_each_field_to_correct() throws Exception {
        JsonNode problem =
                JSON.readTree(get("/api/v1/invalid", "Accept-Language", "en").body());
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("detail").asText()).isEqualTo("2 things are to be corrected.");
        assertThat(problem.at("/violations/0/field").asText()).isEqualTo("uai");
        assertThat(problem.at("/violations/0/message").asText()).startsWith("“<b>x</b>” is not a UAI.");

        assertThat(get("/page/invalid").body()).contains("“&lt;b&gt;x&lt;/b&gt;” n’est pas un UAI.");
    }

    @Test
    void says_how_long_to_wait_after_too_many_attempts() throws Exception {
        HttpResponse<String> reply = get("/page/too-many");
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(header(reply, "Retry-After")).isEqualTo("30");
        assertThat(reply.body()).contains("Recommencez dans 30 secondes.");
    }

    @Test
    void shows_what_is_stored_to_a_stale_write() throws Exception {
        HttpResponse<String> reply = get("/api/v1/stale");
        assertThat(reply.statusCode()).isEqualTo(412);
        assertThat(JSON.readTree(reply.body()).at("/current/text").asText()).isEqualTo("PARTIEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/fault", "/api/v1/fault", "/broken-template"})
    void hides_a_fault_but_for_an_id_that_is_in_the_log(String path) throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("fr.preau.web");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        HttpResponse<String> reply = get(path, "Accept", HTML);
        log.detachAppender(lines);

        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body())
                .doesNotContain("secret", "Exception", "fr.preau")
                .contains(header(reply, "X-Request-Id"));
        assertThat(lines.list).anyMatch(line -> line.getFormattedMessage().contains(header(reply, "X-Request-Id")));
    }

    @Test
    void gives_htmx_the_note_alone_and_a_place_that_no_form_holds() throws Exception {
        HttpResponse<String> reply = get("/page/fault", "HX-Request", "true");
        assertThat(reply.body()).contains("role=\"alert\"").doesNotContain("<html");
        assertThat(header(reply, "HX-Retarget")).isEqualTo("#live");
        assertThat(header(reply, "HX-Reselect")).isEqualTo(".note");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"uai\": | 400 | bad-request",
                "{\"count\": \"many\"} | 400 | bad-request",
                "{\"uai\": \"8350101Y\"} | 400 | bad-request",
                "{\"control\": \"sau 2\"} | 422 | invalid",
                "[] | 400 | bad-request"
            })
    void refuses_a_body_in_the_users_words(String body, int status, String slug) throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(uri("/api/v1/body"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(reply.statusCode()).isEqualTo(status);
        JsonNode problem = JSON.readTree(reply.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:preau:problem:" + slug);
        assertThat(reply.body()).doesNotContain("Exception", "com.fasterxml", "fr.preau", "Cannot");
    }

    @Test
    void keeps_the_headers_that_a_refused_method_or_type_needs() throws Exception {
        HttpResponse<String> method = get("/api/v1/body");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(header(method, "Allow")).contains("POST");
        HttpResponse<String> type = send(HttpRequest.newBuilder(uri("/api/v1/body"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("a;b")));
        assertThat(type.statusCode()).isEqualTo(415);
        assertThat(get("/echo?text=a", "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void speaks_the_language_that_one_chose_else_the_browsers_else_french() throws Exception {
        assertThat(get("/nowhere", "Accept-Language", "de").body()).contains("<html lang=\"fr\">");
        assertThat(get("/nowhere", "Accept-Language", "de,en-US;q=0.8,fr;q=0.5").body())
                .contains("<html lang=\"en\">", "Page not found");
        assertThat(get("/nowhere", "Accept-Language", "en", "Cookie", "langue=fr")
                        .body())
                .contains("<html lang=\"fr\">");
        assertThat(get("/nowhere", "Cookie", "langue=xx").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "%s/aide?x=1, /aide?x=1",
        "https://elsewhere.example/aide, /",
        "%s//elsewhere.example, /",
        "not a uri, /",
        "'', /"
    })
    void changes_the_language_and_returns_to_a_page_of_ours_only(String from, String to) throws Exception {
        String origin = uri("").toString();
        HttpResponse<String> reply = get("/langue/en", "Referer", from.formatted(origin));
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(header(reply, "Location")).isEqualTo(origin + to);
        assertThat(header(reply, "Set-Cookie")).contains("langue=en", "HttpOnly", "SameSite=Lax");
        assertThat(get("/langue/de").statusCode()).isEqualTo(404);
    }

    @Test
    void serves_assets_for_ever_under_their_version_only() throws Exception {
        String page = get("/echo?text=a").body();
        String sheet = page.replaceFirst("(?s).*href=\"(/assets/[^\"]+/css/preau.css)\".*", "$1");
        HttpResponse<String> present = get(sheet);
        assertThat(present.body())
                .contains("@layer pico{", "--roof", ".shelter")
                .doesNotContain("@import");
        assertThat(header(present, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(present, "Content-Type")).isEqualTo("text/css;charset=utf-8");
        HttpResponse<String> former = get("/assets/0123456789ab/css/preau.css");
        assertThat(header(former, "Cache-Control")).isEqualTo("no-store");
        assertThat(get("/assets/x/../../messages/fr/web.properties").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/aide, Guide d’utilisation", "/mentions-legales, Mentions légales", "/accessibilite, non audité"})
    void shows_its_own_pages_to_anyone(String path, String words) throws Exception {
        assertThat(get(path).body()).contains(words);
        assertThat(get(path, "Accept-Language", "en").statusCode()).isEqualTo(200);
    }

    private static String bare(HttpResponse<String> reply) {
        return reply.body().replace(header(reply, "X-Request-Id"), "");
    }

    private static String header(HttpResponse<String> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + APP.getLocalPort() + path);
    }
}
