package fr.preau.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Visitor;
import fr.preau.access.ReturnPath;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way to come back to a page, tried with addresses that lead elsewhere. */
class OpenRedirectTest {
    @RegisterExtension
    static final App APP = new App().withAllDoors();

    private static final List<String> SHAPES = List.of(
            "//%s",
            "///%s",
            "////%s",
            "/\\%s",
            "\\\\%s",
            "\\/%s",
            "/\\/%s",
            "https://%s",
            "https:%s",
            "https:/%s",
            "http:\\\\%s",
            "/..//%s",
            "/../\\%s",
            "/.//%s",
            "/%%2f%s",
            "/%%5c%s",
            "/%%2f%%2f%s",
            "/%%09/%s",
            "/\t/%s",
            "/%%0d%%0aLocation:%%20https://%s",
            "/\r\nLocation: https://%s",
            "//user@%s",
            "/;@%s",
            "/etablissements//%s",
            "javascript:alert(1)//%s",
            "/%%e2%%80%%ae//%s",
            "/\u3002%s",
            "/%%c0%%af%s",
            " //%s",
            "/?//%s/../..//%s");
    private static final List<String> HOSTS = List.of(
            "evil.example",
            "evil.example/%2e%2e",
            "evil.example:80",
            "evil%2eexample",
            "localhost.evil.example",
            "localhost@evil.example",
            "[::ffff:7f00:1]",
            "evil。example");

    static Stream<String> payloads() {
        return SHAPES.stream().flatMap(shape -> HOSTS.stream().map(host -> shape.formatted(host, host)));
    }

    @Test
    void defect_06_no_return_address_leads_elsewhere() {
        assertThat(payloads().distinct()).hasSizeGreaterThanOrEqualTo(240);
        Visitor inside = APP.signIn(APP.scene().agent().account());
        payloads().forEach(payload -> {
            String retour = "/connexion?retour=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
            here(payload, inside.get(retour).headers().firstValue("Location").orElseThrow());
            assertThat(APP.anonymous().get(retour).body())
                    .as("the sign-in form keeps a path of ours or none: " + payload)
                    .doesNotContainPattern("name=\"retour\" value=\"(?!/[^/\\\\])");
            assertThat(ReturnPath.of(payload).value())
                    .as(payload)
                    .startsWith("/")
                    .doesNotStartWith("//");
        });
    }

    @Test
    void defect_06_no_address_of_a_page_before_leads_elsewhere() {
        payloads().filter(OpenRedirectTest::fitsAHeader).forEach(payload -> {
            here(payload, location(APP.anonymous().get("/langue/en", "Referer", payload)));
            here(payload, location(APP.anonymous().get("/langue/en", "Referer", APP.url() + payload)));
            HttpResponse<String> htmx =
                    APP.anonymous().get("/personnes", "HX-Request", "true", "HX-Current-URL", payload);
            here(payload, htmx.headers().firstValue("HX-Redirect").orElseThrow());
        });
    }

    /** A browser that goes there stays on this service, at a plain path. */
    private static void here(String payload, String location) {
        assertThat(location).as(payload).doesNotContain("\\", "\r", "\n");
        URI there = URI.create(APP.url() + "/connexion").resolve(location);
        assertThat(there.getRawAuthority())
                .as(payload)
                .isEqualTo(URI.create(APP.url()).getRawAuthority());
        assertThat(there.getRawPath()).as(payload).startsWith("/").doesNotStartWith("//");
        assertThat(location.startsWith("/") || location.startsWith(APP.url() + "/"))
                .as(payload + " to " + location)
                .isTrue();
    }

    private static String location(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(303);
        return reply.headers().firstValue("Location").orElseThrow();
    }

    private static boolean fitsAHeader(String payload) {
        return payload.chars().allMatch(letter -> letter >= ' ' && letter < 127);
    }
}
