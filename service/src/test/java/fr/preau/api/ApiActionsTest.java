package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Uai;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Corrective actions, and the evidence of shared answers, by the API: the services of the pages, and their refusals. */
class ApiActionsTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String PLAN =
            "{\"title\":\"Un disque par collège\",\"party\":\"COLLECTIVITE\",\"due\":\"2027-03-31\",\"extent\":\"ALL\"}";

    private static Principal person;
    private static ApiClient agent;
    private static String answer;

    @BeforeAll
    static void weak() {
        Scene scene = APP.scene();
        person = scene.agent();
        agent = ApiClient.of(APP, person, Scope.ANSWER);
        for (Uai school : new Uai[] {Scene.COLLEGE, Scene.SECOND_COLLEGE}) {
            scene.answers.save(
                    person, scene.audit(school), Scene.control("SAU-02"), 0, new NewAnswer(Verdict.NON_CONFORME, null));
        }
        answer = "/api/v1/audits/" + scene.audit(Scene.COLLEGE) + "/answers/SAU-02";
    }

    @Test
    void plans_lists_changes_and_moves_an_action() {
        String id = agent.post(answer + "/actions", PLAN).at("/id");
        JsonNode listed =
                agent.get("/api/v1/actions?control=SAU-02&place=PLANNED").json();
        assertThat(listed.at("/items").findValuesAsText("id")).contains(id);
        String action = "/api/v1/actions/" + id;
        JsonNode shown = agent.get(action).json();
        assertThat(shown.at("/schools")).hasSize(2);
        assertThat(shown.at("/action/unit").asText()).isEqualTo(Scene.VALLEYS.toString());
        assertThat(shown.at("/steps").toString()).contains("START", "FINISH", "GIVE_UP");

        String changed = "{\"title\":\"Un disque, et un coffre\",\"party\":\"COLLECTIVITE\",\"due\":\"2027-04-30\"}";
        ApiReply written = agent.put(action, 1, changed);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(written.at("/action/title")).isEqualTo("Un disque, et un coffre");
        assertThat(agent.put(action, 1, changed).status()).isEqualTo(412);
        assertThat(step(action, "2", "START").at("/action/state")).isEqualTo("IN_PROGRESS");
        assertThat(step(action, "3", "START").status()).isEqualTo(409);
        assertThat(agent.put(action, 3, changed.replace("2027-04-30", "2020-01-01"))
                        .at("/violations/0/field"))
                .isEqualTo("due");
    }

    @Test
    void keeps_a_token_within_its_scope_and_others_out() {
        String action =
                "/api/v1/actions/" + agent.post(answer + "/actions", PLAN).at("/id");
        ApiClient reads = ApiClient.of(APP, person, Scope.READ);
        assertThat(reads.get(action).status()).isEqualTo(200);
        assertThat(reads.post(answer + "/actions", PLAN).status()).isEqualTo(403);
        ApiClient town = ApiClient.of(APP, APP.scene().townAgent(), Scope.ANSWER);
        assertThat(town.get(action).bare())
                .isEqualTo(town.get("/api/v1/actions/999999").bare());
        assertThat(town.post(answer + "/actions", PLAN).status()).isEqualTo(404);
        assertThat(town.get("/api/v1/actions").json().at("/items").isEmpty()).isTrue();
    }

    @Test
    void attaches_evidence_to_a_shared_answer_and_takes_it_off() {
        String body = "{\"campaign\":" + APP.scene().campaign + ",\"unit\":\"" + Scene.VALLEYS
                + "\",\"control\":\"SAU-03\",\"set\":\"ALL\",\"verdict\":\"CONFORME\"";
        String seen = agent.post("/api/v1/shared-answers/preview", body + "}").at("/seen");
        String shared = agent.post("/api/v1/shared-answers", body + ",\"seen\":\"" + seen + "\"}")
                .at("/id");
        String path = "/api/v1/shared-answers/" + shared + "/evidence";
        String file = agent.call(
                        "POST",
                        path + "?name=releve.txt",
                        BodyPublishers.ofString("Relevé."),
                        "Content-Type",
                        "application/octet-stream")
                .at("/id");
        String link = "{\"kind\":\"LINK\",\"url\":\"https://docs.exemple.invalid/marche\"}";
        assertThat(agent.post(path, link).status()).isEqualTo(200);
        assertThat(agent.get(path).json().at("/items")).hasSize(2);
        assertThat(agent.get(path + "/" + file).body()).isEqualTo("Relevé.");
        String copy = "{\"kind\":\"COPY\",\"audit\":1,\"control\":\"SAU-03\",\"piece\":1}";
        assertThat(agent.post(path, copy).at("/violations/0/field")).isEqualTo("kind");
        ApiClient town = ApiClient.of(APP, APP.scene().townAgent(), Scope.ANSWER);
        assertThat(town.get(path).status()).isEqualTo(404);
        assertThat(town.delete(path + "/" + file).status()).isEqualTo(404);
        assertThat(agent.delete(path + "/" + file).status()).isEqualTo(204);
        String answered = "/api/v1/audits/" + APP.scene().audit(Scene.COLLEGE) + "/answers/SAU-03/evidence";
        assertThat(agent.get(answered).json().at("/items")).hasSize(1);
    }

    private static ApiReply step(String action, String seen, String step) {
        return agent.call(
                "POST",
                action + "/steps",
                BodyPublishers.ofString("{\"step\":\"" + step + "\"}"),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + seen + "\"");
    }
}
