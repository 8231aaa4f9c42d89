package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Scope;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « a collectivity's program answers a control once for its schools, and takes it back ». */
class ApiSharedTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String PATH = "/api/v1/shared-answers";
    private static ApiClient agent;

    @BeforeAll
    static void client() {
        agent = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
    }

    @Test
    void previews_applies_lists_and_undoes() {
        ApiReply preview = agent.post(PATH + "/preview", body("SAU-02", ""));
        assertThat(preview.at("/counts/NEW")).isEqualTo("3");
        assertThat(preview.at("/counts/LOCKED")).isEqualTo("0");
        ApiReply done = agent.post(PATH, body("SAU-02", seen(preview)));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.at("/answers")).isEqualTo("3");
        String query = "?campaign=" + APP.scene().campaign + "&unit=" + Scene.VALLEYS;
        ApiReply listed = agent.get(PATH + query);
        assertThat(one(listed, done).get("followers").asInt()).isEqualTo(3);
        assertThat(one(listed, done).get("undoable").asBoolean()).isTrue();
        String undo = PATH + "/" + done.at("/id") + "/undo";
        assertThat(agent.post(undo).at("/answers")).isEqualTo("3");
        assertThat(agent.post(undo).status()).isEqualTo(409);
        assertThat(one(agent.get(PATH), done).get("followers").asInt()).isZero();
    }

    @Test
    void refuses_what_was_not_seen_and_says_what_it_would_do_now() {
        ApiReply preview = agent.post(PATH + "/preview", body("SAU-01", ""));
        Scene scene = APP.scene();
        scene.answers.save(
                scene.agent(),
                scene.audit(Scene.COLLEGE),
                Scene.control("SAU-01"),
                0,
                new NewAnswer(Verdict.CONFORME, null));
        ApiReply stale = agent.post(PATH, body("SAU-01", seen(preview)));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.at("/current/counts/OWN")).isEqualTo("1");
        assertThat(stale.at("/current/counts/NEW")).isEqualTo("2");
        String fresh = ",\"overwrite\":[\"OWN\"],\"seen\":\"" + stale.at("/current/seen") + "\"";
        assertThat(agent.post(PATH, body("SAU-01", fresh)).at("/answers")).isEqualTo("3");
        assertThat(agent.post(PATH, body("SAU-01", "")).at("/violations/0/field"))
                .isEqualTo("seen");
    }

    @Test
    void keeps_a_token_within_its_scope_and_others_out() {
        ApiReply preview = agent.post(PATH + "/preview", body("EQP-01", ""));
        String apply = body("EQP-01", seen(preview));
        ApiClient reads = ApiClient.of(APP, APP.scene().agent(), Scope.READ);
        assertThat(reads.post(PATH + "/preview", body("EQP-01", "")).status()).isEqualTo(200);
        assertThat(reads.post(PATH, apply).status()).isEqualTo(403);
        ApiClient town = ApiClient.of(APP, APP.scene().townAgent(), Scope.ANSWER);
        assertThat(town.post(PATH, apply).status()).isEqualTo(404);
        assertThat(town.get(PATH).json().at("/items").isEmpty()).isTrue();
        ApiReply done = agent.post(PATH, apply);
        assertThat(town.post(PATH + "/" + done.at("/id") + "/undo").status()).isEqualTo(404);
    }

    @Test
    void refuses_bodies_that_can_not_be_taken_and_names_the_field() {
        WrongBody.shared(body("SAU-02", "")).forEach(wrong -> {
            ApiReply reply = agent.call(
                    "POST",
                    PATH + "/preview",
                    BodyPublishers.ofByteArray(wrong.body()),
                    "Content-Type",
                    "application/json");
            assertThat(reply.status()).as(wrong + " " + reply.body()).isEqualTo(wrong.status());
            wrong.field()
                    .ifPresent(field -> assertThat(reply.at("/violations/0/field"))
                            .as(wrong.name())
                            .isEqualTo(field));
        });
    }

    /** The shared answer that was applied, in a list. */
    private static JsonNode one(ApiReply listed, ApiReply done) {
        return StreamSupport.stream(listed.json().get("items").spliterator(), false)
                .filter(item -> item.get("id").asText().equals(done.at("/id")))
                .findFirst()
                .orElseThrow();
    }

    private static String seen(ApiReply preview) {
        return ",\"seen\":\"" + preview.at("/seen") + "\"";
    }

    private static String body(String control, String more) {
        return "{\"campaign\":" + APP.scene().campaign + ",\"unit\":\"" + Scene.VALLEYS + "\",\"control\":\"" + control
                + "\",\"set\":\"ALL\",\"verdict\":\"PARTIEL\",\"comment\":\"Par le marché.\"" + more + "}";
    }
}
