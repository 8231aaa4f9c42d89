package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.kernel.AuditId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « a collectivity's program and a reviewer's one take an audit from its first answer to its validation ». */
class ApiWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @Test
    void fills_submits_is_sent_back_corrects_submits_again_and_is_validated() {
        ApiClient agent = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
        ApiClient reviewer = ApiClient.of(APP, APP.scene().reviewer(), Scope.REVIEW);
        String audit = auditOf(agent, Scene.COLLEGE.value());
        assertThat(agent.get(audit).at("/state")).isEqualTo("TO_DO");
        assertThat(agent.post(audit + "/submission").status()).isEqualTo(409);

        int kept = fill(agent, audit, "CONFORME");
        JsonNode full = agent.get(audit).json();
        assertThat(full.at("/state").asText()).isEqualTo("IN_PROGRESS");
        assertThat(full.at("/figures/conforming").asInt()).isEqualTo(kept);
        assertThat(full.at("/missing").isEmpty()).isTrue();
        assertThat(reviewer.get(audit).json().at("/answers").findValues("seen")).allMatch(seen -> !seen.asBoolean());

        assertThat(agent.post(audit + "/submission").status()).isEqualTo(204);
        assertThat(agent.delete(audit + "/submission").status()).isEqualTo(204);
        assertThat(agent.post(audit + "/submission").status()).isEqualTo(204);
        assertThat(reviewer.get(audit).at("/figures/conformity")).isEqualTo("1.0");

        String back = "{\"decision\":\"SEND_BACK\",\"reasons\":{\"SAU-02\":\"Le disque reste branché.\"}}";
        assertThat(reviewer.post(audit + "/review", back).status()).isEqualTo(204);
        JsonNode returned = agent.get(audit).json();
        assertThat(returned.at("/state").asText()).isEqualTo("SENT_BACK");
        assertThat(returned.at("/reasons/0/reason").asText()).isEqualTo("Le disque reste branché.");
        assertThat(agent.put(audit + "/answers/SAU-02", 1, "{\"verdict\":\"PARTIEL\",\"comment\":\"Rangé à part.\"}")
                        .header("ETag"))
                .isEqualTo("\"2\"");

        assertThat(agent.post(audit + "/submission").status()).isEqualTo(204);
        assertThat(agent.post(audit + "/review", "{\"decision\":\"VALIDATE\"}").status())
                .as("nobody judges with an agent's rights")
                .isEqualTo(403);
        assertThat(reviewer.post(audit + "/review", "{\"decision\":\"VALIDATE\"}")
                        .status())
                .isEqualTo(204);
        JsonNode figures =
                agent.get("/api/v1/units/" + Scene.VALLEYS + "/figures").json();
        assertThat(figures.get("rendered").asInt()).isEqualTo(1);
        assertThat(figures.at("/total/partial").asInt()).isEqualTo(1);
        assertThat(reviewer.get("/api/v1/units/" + Scene.ACADEMY + "/figures").at("/total"))
                .isEqualTo(figures.get("total").asText());
        ApiReply report = agent.get(audit + "/report.pdf");
        assertThat(report.body()).startsWith("%PDF-");
        assertThat(report.header("Content-Disposition")).contains("attachment", ".pdf");
        JsonNode done = agent.get(audit).json();
        assertThat(done.at("/state").asText()).isEqualTo("VALIDATED");
        assertThat(done.at("/round").asInt()).isEqualTo(3);
        assertThat(agent.put(audit + "/answers/SAU-02", 2, "{\"verdict\":\"CONFORME\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void keeps_the_reply_of_a_save_small_and_says_instants_in_utc() {
        ApiClient agent = ApiClient.of(APP, APP.scene().townAgent(), Scope.ANSWER);
        String answer = auditOf(agent, Scene.SCHOOL.value()) + "/answers/GOV-01";
        String comment = "é".repeat(4000);
        ApiReply saved = agent.put(answer, 0, "{\"verdict\":\"PARTIEL\",\"comment\":\"" + comment + "\"}");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1000);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(saved.at("/version")).isEqualTo("1");
        assertThat(saved.at("/at")).isEqualTo("2026-11-23T09:00:00Z");

        ApiReply again = agent.put(answer, 1, "{\"verdict\":\"PARTIEL\",\"comment\":\"" + comment + "\"}");
        assertThat(again.header("ETag"))
                .as("the same answer is not written twice")
                .isEqualTo("\"1\"");

        ApiReply stale = agent.put(answer, 0, "{\"verdict\":\"CONFORME\"}");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.at("/current/verdict")).isEqualTo("PARTIEL");
        assertThat(stale.at("/current/comment")).isEqualTo(comment);
        assertThat(stale.at("/current/version")).isEqualTo("1");
    }

    @Test
    void a_token_goes_no_further_than_its_scope() {
        Principal agent = APP.scene().agent();
        ApiClient reads = ApiClient.of(APP, agent, Scope.READ);
        ApiClient reviews = ApiClient.of(APP, agent, Scope.REVIEW);
        ApiClient answersOnly = ApiClient.of(APP, APP.scene().reviewer(), Scope.ANSWER);
        String audit = auditOf(reads, Scene.SECOND_COLLEGE.value());
        assertThat(reads.get("/api/v1/campaigns").at("/items/0/phase")).isEqualTo("OPEN");
        for (ApiClient narrow : List.of(reads, reviews)) {
            assertThat(narrow.put(audit + "/answers/SAU-02", 0, "{\"verdict\":\"CONFORME\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(narrow.post(audit + "/submission").status()).isEqualTo(403);
            assertThat(narrow.delete(audit + "/submission").status()).isEqualTo(403);
        }
        assertThat(reads.post(audit + "/review", "{\"decision\":\"VALIDATE\"}").status())
                .isEqualTo(403);
        assertThat(answersOnly
                        .post(audit + "/review", "{\"decision\":\"VALIDATE\"}")
                        .status())
                .isEqualTo(403);
        assertThat(reads.get(audit).at("/state")).isEqualTo("TO_DO");
    }

    @Test
    void an_audit_of_others_answers_like_one_that_does_not_exist() {
        AuditId theirs = APP.scene().audit(Scene.FAR_SCHOOL);
        ApiClient agent = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
        ApiClient reviewer = ApiClient.of(APP, APP.scene().reviewer(), Scope.REVIEW);
        String save = "{\"verdict\":\"CONFORME\"}";
        String judge = "{\"decision\":\"VALIDATE\"}";
        String foreign = "/api/v1/audits/" + theirs;
        for (String unknown : List.of("/api/v1/audits/999999", "/api/v1/audits/x")) {
            same(agent.get(foreign), agent.get(unknown));
            same(agent.get(foreign + "/report.pdf"), agent.get(unknown + "/report.pdf"));
            same(agent.put(foreign + "/answers/SAU-02", 0, save), agent.put(unknown + "/answers/SAU-02", 0, save));
            same(agent.put(foreign + "/answers/SAU-02", 7, save), agent.put(unknown + "/answers/SAU-02", 7, save));
            same(agent.post(foreign + "/submission"), agent.post(unknown + "/submission"));
            same(agent.delete(foreign + "/submission"), agent.delete(unknown + "/submission"));
            same(reviewer.post(foreign + "/review", judge), reviewer.post(unknown + "/review", judge));
        }
        same(
                agent.get("/api/v1/units/collectivite-44901/figures"),
                agent.get("/api/v1/units/collectivite-99999/figures"));
        same(agent.get(foreign), agent.get("/api/v1/nowhere"));
        // The national campaign is seen through one's own audits; of theirs, nothing.
        assertThat(agent.get("/api/v1/audits").json().at("/items").findValuesAsText("id"))
                .doesNotContain(theirs.toString());
    }

    private static void same(ApiReply foreign, ApiReply unknown) {
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.bare()).isEqualTo(unknown.bare());
    }

    /** Answers all that the token's person may answer, and tells how many were kept. */
    private static int fill(ApiClient agent, String audit, String verdict) {
        int kept = 0;
        for (JsonNode answer : agent.get(audit).json().at("/answers")) {
            String path = audit + "/answers/" + answer.get("control").asText();
            ApiReply saved = agent.put(path, answer.get("version").asInt(), "{\"verdict\":\"" + verdict + "\"}");
            assertThat(saved.status()).isEqualTo(200);
            kept++;
        }
        return kept;
    }

    static String auditOf(ApiClient client, String uai) {
        for (JsonNode line : client.get("/api/v1/audits").json().at("/items")) {
            if (line.get("uai").asText().equals(uai)) {
                return "/api/v1/audits/" + line.get("id").asText();
            }
        }
        throw new AssertionError("no audit of " + uai);
    }
}
