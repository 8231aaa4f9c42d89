package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.checklist.Verdict;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the reply is a 4xx in the user's words, and nothing is kept. */
class ApiRefusalsTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String GOOD = "{\"verdict\":\"CONFORME\"}";

    private static ApiClient agent;
    private static ApiClient reviewer;
    private static String audit;
    private static String submitted;

    @BeforeAll
    static void stage() {
        Scene scene = APP.scene();
        Principal sender = scene.agent();
        agent = ApiClient.of(APP, scene.agent(), Scope.ANSWER);
        reviewer = ApiClient.of(APP, scene.reviewer(), Scope.REVIEW);
        audit = "/api/v1/audits/" + scene.audit(Scene.COLLEGE);
        scene.answerAll(sender, scene.audit(Scene.SECOND_COLLEGE), Verdict.CONFORME);
        scene.reviews.submit(sender, scene.audit(Scene.SECOND_COLLEGE));
        submitted = "/api/v1/audits/" + scene.audit(Scene.SECOND_COLLEGE);
    }

    @AfterAll
    static void nothing_is_kept() {
        assertThat(agent.get(audit).at("/state")).isEqualTo("TO_DO");
        assertThat(agent.get(audit).at("/figures/unknown")).isEqualTo("0");
        assertThat(agent.get(submitted).at("/state")).isEqualTo("SUBMITTED");
    }

    static Stream<WrongBody> answers() {
        return WrongBody.answers();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void of_an_answer_that_can_not_be_taken(WrongBody wrong) {
        ApiReply reply = agent.call(
                "PUT",
                audit + "/answers/SAU-02",
                BodyPublishers.ofByteArray(wrong.body()),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"0\"");
        assertThat(reply.status()).as(reply.body()).isEqualTo(wrong.status());
        wrong.field()
                .ifPresent(field -> assertThat(reply.json().at("/violations").findValuesAsText("field"))
                        .as(reply.body())
                        .contains(field));
    }

    static Stream<WrongBody> judgements() {
        return WrongBody.judgements();
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void of_a_judgement_that_can_not_be_taken(WrongBody wrong) {
        ApiReply reply = reviewer.call(
                "POST",
                submitted + "/review",
                BodyPublishers.ofByteArray(wrong.body()),
                "Content-Type",
                "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(wrong.status());
        wrong.field()
                .ifPresent(field -> assertThat(reply.json().at("/violations").findValuesAsText("field"))
                        .as(reply.body())
                        .contains(field));
    }

    @Test
    void of_a_version_that_is_missing_malformed_or_stale() {
        assertThat(save(List.of()).status()).isEqualTo(428);
        for (String wrong : List.of(
                "0",
                "*",
                "W/\"0\"",
                "\"0\", \"1\"",
                "\"-1\"",
                "\"01\"",
                "\"99999999999999\"",
                "\"\"",
                "\"x\"",
                "\"0",
                "'0'",
                "\"0\";x")) {
            ApiReply reply = save(List.of("If-Match", wrong));
            assertThat(reply.status()).as(wrong).isEqualTo(400);
            assertThat(reply.at("/detail")).contains("If-Match");
        }
        ApiReply early = save(List.of("If-Match", "\"7\""));
        assertThat(early.status()).as(early.body()).isEqualTo(412);
    }

    private static ApiReply save(List<String> headers) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("Content-Type", "application/json"));
        return agent.call("PUT", audit + "/answers/SAU-02", BodyPublishers.ofString(GOOD), all.toArray(String[]::new));
    }

    @Test
    void of_a_request_without_any_body_where_one_is_needed() {
        BodyPublisher none = BodyPublishers.noBody();
        ApiReply judged = reviewer.call("POST", submitted + "/review", none);
        assertThat(judged.status()).as(judged.body()).isEqualTo(400);
        assertThat(judged.at("/detail")).contains("corps est vide");
        assertThat(agent.call("PUT", audit + "/answers/SAU-02", none, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void of_an_address_that_names_nothing() {
        for (String path : List.of(
                "/api/v1/audits/0",
                "/api/v1/audits/-1",
                "/api/v1/audits/x",
                "/api/v1/audits/99999999999999999999",
                "/api/v1/audits/1.5",
                "/api/v1/audits/1'--",
                "/api/v1/audits/" + "9".repeat(2000),
                "/api/v1/audits/1%20",
                "/api/v1/audits/%C3%A9",
                "/api/v1/audits?campaign=x",
                "/api/v1/audits?campaign=0",
                "/api/v1/audits?campaign=999999",
                "/api/v1/audits?after=x",
                "/api/v1/audits?campaign=1&campaign=x&after=-5",
                "/api/v1/",
                "/api/v1/nowhere",
                "/api/v1/units/x/figures",
                "/api/v1/units/academie-/figures",
                "/api/v1/units/academie-99/figures",
                "/api/v1/units/academie-17/figures",
                "/api/v1/units/nation/figures?campaign=999999",
                "/api/v1/units/academie-14/figures?reading=DRAFT",
                "/api/v1/units/collectivite-44901/figures",
                "/api/v2/campaigns",
                "/api/v1/openapi.yaml")) {
            String real = path.replace("'", "%27");
            assertThat(agent.get(real).status()).as(path).isEqualTo(404);
        }
        for (String control : List.of("sau-02", "ZZZ-99", "SAU", "SAU-2", "SAU-02%20", "%F0%9F%98%80", "é")) {
            String path = audit + "/answers/" + control.replace("é", "%C3%A9");
            assertThat(agent.put(path, 0, GOOD).status()).as(control).isEqualTo(404);
        }
    }

    @Test
    void of_a_request_that_breaks_the_rules_of_http() {
        for (String head : List.of(
                "GET /api/v1/audits/%00 HTTP/1.1",
                "GET /api/v1/audits/1%2F2 HTTP/1.1",
                "GET /api/v1/audits/..%2f.. HTTP/1.1",
                "GET /api/v1/% HTTP/1.1",
                "GET /api/v1/%zz HTTP/1.1",
                "PUT /api/v1/audits/1/answers/SAU-02 HTTP/1.1\r\nContent-Type: json\r\nContent-Length: 0",
                "GET /api/v1/campaigns HTTP/1.1\r\nAccept: x;q=z",
                "GET /api/v1/campaigns HTTP/1.1\r\nAuthorization: Bearer \u00e9")) {
            String reply = RawRequest.reply(APP.url(), head);
            assertThat(reply).as(head).matches("(?s)HTTP/1.1 4\\d\\d .*");
            assertThat(reply).as(head).contains("application/problem+json", "urn:preau:problem:", "\"requestId\"");
            assertThat(reply).as(head).doesNotContainIgnoringCase("jetty", "exception", "server:");
        }
    }

    @Test
    void of_a_method_a_type_or_a_token_that_is_not_taken() {
        BodyPublisher good = BodyPublishers.ofString(GOOD);
        String answer = audit + "/answers/SAU-02";
        assertThat(agent.delete("/api/v1/campaigns").status()).isEqualTo(405);
        assertThat(agent.call("PATCH", audit, good).status()).isEqualTo(405);
        assertThat(agent.get(answer).status()).isEqualTo(405);
        assertThat(agent.get(audit + "/review").status()).isEqualTo(405);
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "text/csv")) {
            assertThat(agent.call("PUT", answer, good, "Content-Type", type, "If-Match", "\"0\"")
                            .status())
                    .as(type)
                    .isEqualTo(415);
        }
        BodyPublisher none = BodyPublishers.noBody();
        assertThat(agent.call("GET", audit, none, "Accept", "text/html").status())
                .isEqualTo(406);
        assertThat(agent.call("GET", "/api/v1/openapi.json", none, "Accept", "application/yaml")
                        .status())
                .isEqualTo(406);
        for (String wrong : List.of("Bearer x", "Bearer ", "Basic eDp5", "x", "Bearer " + "a".repeat(3000))) {
            ApiClient stranger = new ApiClient(APP.url(), wrong);
            assertThat(stranger.get(audit).status()).as(wrong).isEqualTo(401);
        }
        ApiReply nobody = new ApiClient(APP.url(), null).get("/api/v1/campaigns");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void of_a_body_too_large_declared_or_not() {
        String answer = audit + "/answers/SAU-02";
        byte[] large = ("{\"verdict\":\"PARTIEL\",\"comment\":\"" + "a".repeat(1_000_000) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        for (BodyPublisher body : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))) {
            ApiReply reply = agent.call("PUT", answer, body, "Content-Type", "application/json", "If-Match", "\"0\"");
            assertThat(reply.status()).isEqualTo(413);
        }
        ApiReply judged = reviewer.call(
                "POST", submitted + "/review", BodyPublishers.ofByteArray(large), "Content-Type", "application/json");
        assertThat(judged.status()).isEqualTo(413);
        assertThat(reviewer.call(
                                "POST",
                                submitted + "/review",
                                BodyPublishers.ofString("x"),
                                "Content-Type",
                                "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void in_the_language_that_is_asked_for() {
        BodyPublisher unknown = BodyPublishers.ofString("{\"verdict\":\"CONFORME\",\"note\":1}");
        String path = audit + "/answers/SAU-02";
        String[] headers = {"Content-Type", "application/json", "If-Match", "\"0\"", "Accept-Language", "en"};
        ApiReply english = agent.call("PUT", path, unknown, headers);
        assertThat(english.at("/violations/0/field")).isEqualTo("note");
        assertThat(english.at("/detail"))
                .isEqualTo("There is no field note here. Take it out; the fields that are read are: verdict, comment.");
        headers[5] = "tlh;q=x,,*";
        assertThat(agent.call("PUT", path, unknown, headers).status()).isEqualTo(400);
    }
}
