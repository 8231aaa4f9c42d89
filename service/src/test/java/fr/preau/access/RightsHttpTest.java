package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.web.RequestIds;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before every endpoint: who is nobody, who lacks the role, and what comes from elsewhere. */
class RightsHttpTest {
    @RegisterExtension
    static final App APP = new App();

    @Test
    void leads_who_is_nobody_to_the_sign_in_page_and_back() {
        HttpResponse<String> reply = APP.anonymous().get("/personnes?page=2");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.headers().firstValue("Location")).hasValue("/connexion?retour=%2Fpersonnes%3Fpage%3D2");
    }

    @Test
    void tells_htmx_to_leave_the_page_instead_of_filling_a_corner_of_it() {
        HttpResponse<String> reply =
                APP.anonymous().get("/personnes", "HX-Request", "true", "HX-Current-URL", APP.url() + "/audits/12?x=1");
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("HX-Redirect")).hasValue("/connexion?retour=%2Faudits%2F12%3Fx%3D1");
    }

    @Test
    void marks_in_the_bar_the_list_that_an_audit_lies_behind() {
        Scene scene = APP.scene();
        String audit = "/audits/" + scene.audit(Scene.COLLEGE);
        String mark = "<a href=\"%s\" aria-current=\"page\">";
        assertThat(APP.signIn(scene.agent().account()).get(audit).body())
                .containsOnlyOnce("aria-current=\"page\"")
                .contains(mark.formatted("/etablissements"));
        assertThat(APP.signIn(scene.reviewer().account()).get(audit).body())
                .containsOnlyOnce("aria-current=\"page\"")
                .contains(mark.formatted("/revue"));
    }

    @Test
    void shows_who_lacks_the_role_what_an_unknown_address_shows() {
        Visitor agent = APP.signIn(APP.scene().agent().account());
        HttpResponse<String> closed = agent.get("/personnes");
        HttpResponse<String> unknown = agent.get("/personne");
        assertThat(closed.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(withoutId(closed)).isEqualTo(withoutId(unknown));
        assertThat(withoutVolatile(closed)).isEqualTo(withoutVolatile(unknown));
        assertThat(APP.signIn(APP.scene().administrator().account())
                        .get("/personnes")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answers_the_api_with_a_problem_and_never_by_the_cookie() {
        Visitor agent = APP.signIn(APP.scene().agent().account());
        for (Visitor nobody : List.of(APP.anonymous(), agent)) {
            HttpResponse<String> reply = nobody.get("/api/v1/campaigns");
            assertThat(reply.statusCode()).isIn(401, 404);
            assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void opens_no_page_to_a_token() {
        Visitor program = APP.bearer(APP.scene().agent().account(), Scope.READ);
        assertThat(program.get("/").headers().firstValue("Location")).hasValue("/connexion");
    }

    @Test
    void takes_a_form_from_its_own_pages_only() {
        Visitor agent = APP.signIn(APP.scene().agent().account());
        Map<String, String> token = Map.of("csrf", agent.csrf());
        assertThat(refused(agent.bare("/deconnexion", token)))
                .as("neither Origin nor Sec-Fetch-Site")
                .isTrue();
        assertThat(refused(agent.bare("/deconnexion", token, "Origin", "https://evil.example")))
                .isTrue();
        assertThat(refused(agent.bare("/deconnexion", token, "Origin", "null"))).isTrue();
        assertThat(refused(agent.bare("/deconnexion", token, "Origin", APP.url() + ".evil.example")))
                .isTrue();
        assertThat(refused(agent.bare("/deconnexion", token, "Origin", "http://localhost:1")))
                .isTrue();
        assertThat(refused(agent.bare("/deconnexion", token, "Sec-Fetch-Site", "same-site")))
                .isTrue();
        assertThat(agent.bare("/deconnexion", token, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void takes_a_form_with_the_token_of_its_session_only() {
        Visitor agent = APP.signIn(APP.scene().agent().account());
        Visitor other = APP.signIn(APP.scene().agent().account());
        String here = APP.url();
        assertThat(refused(agent.bare("/deconnexion", Map.of(), "Origin", here)))
                .isTrue();
        assertThat(refused(agent.bare("/deconnexion", Map.of("csrf", ""), "Origin", here)))
                .isTrue();
        assertThat(refused(agent.bare("/deconnexion", Map.of("csrf", "%zz"), "Origin", here)))
                .isTrue();
        assertThat(refused(agent.bare("/deconnexion", Map.of("csrf", other.csrf()), "Origin", here)))
                .isTrue();
        HttpResponse<String> plain =
                agent.send("POST", "/deconnexion", "text/plain", "csrf=" + agent.csrf(), "Origin", here);
        assertThat(plain.statusCode()).isEqualTo(415);
        HttpResponse<String> byHeader =
                agent.bare("/deconnexion", Map.of(), "Origin", here, "X-CSRF-Token", agent.csrf());
        assertThat(byHeader.statusCode()).isEqualTo(303);
    }

    @Test
    void tells_a_refused_form_in_the_words_of_its_reader() {
        Visitor agent = APP.signIn(APP.scene().agent().account());
        HttpResponse<String> reply = agent.bare("/deconnexion", Map.of(), "Origin", APP.url());
        assertThat(reply.body())
                .contains("Rechargez la page, puis recommencez.")
                .contains("<nav");
    }

    @Test
    void refuses_a_form_of_several_megabytes_before_it_is_read() {
        Visitor agent = APP.signIn(APP.scene().agent().account());
        HttpResponse<String> reply = agent.post("/deconnexion", Map.of("x", "a".repeat(2_000_000)));
        assertThat(reply.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connexion", "/aide", "/mentions-legales", "/accessibilite", "/langue/en"})
    void opens_to_all_what_is_marked_so(String path) {
        assertThat(APP.anonymous().get(path).statusCode()).isIn(200, 303);
    }

    private static boolean refused(HttpResponse<String> reply) {
        return reply.statusCode() == 403;
    }

    private static String withoutId(HttpResponse<String> reply) {
        return reply.body()
                .replace(reply.headers().firstValue(RequestIds.HEADER).orElseThrow(), "");
    }

    private static Map<String, List<String>> withoutVolatile(HttpResponse<String> reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        // The id of the request varies, and with it the length.
        headers.keySet().removeAll(List.of(RequestIds.HEADER.toLowerCase(Locale.ROOT), "date", "content-length"));
        return headers;
    }
}
