package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.checklist.Verdict;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every reply that the description announces is one that the service gives. */
class ApiStatusesTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String SAVE = "{\"verdict\":\"CONFORME\"}";
    private static final String JUDGE = "{\"decision\":\"VALIDATE\"}";
    private static final String LINK = "{\"kind\":\"LINK\",\"url\":\"https://docs.exemple.invalid\"}";
    private static final String LARGE = "\"" + "a".repeat(70_000) + "\"";

    @Test
    void shows_each_announced_reply() {
        Principal town = APP.scene().townAgent();
        ApiClient agent = ApiClient.of(APP, town, Scope.ANSWER);
        ApiClient reviewer = ApiClient.of(APP, APP.scene().reviewer(), Scope.REVIEW);
        String audit = "/api/v1/audits/" + APP.scene().audit(Scene.SCHOOL);

        everything(new ApiClient(APP.url(), null), audit);
        everything(agent, "/api/v1/audits/999999");
        agent.get("/api/v1/audits?campaign=999999");
        agent.get("/api/v1/units/nation/figures");
        everything(ApiClient.of(APP, town, Scope.READ), audit);
        reviewer.post("/api/v1/audits/999999/review", JUDGE);
        malformed(agent, reviewer, audit);
        pieces(agent, ApiClient.of(APP, town, Scope.READ), audit);
        String kept = agent.post(audit + "/answers/GOV-01/evidence", LINK).at("/id");

        agent.post(audit + "/submission");
        agent.delete(audit + "/submission");
        reviewer.post(audit + "/review", JUDGE);
        agent.put(audit + "/answers/GOV-01", 0, SAVE);
        APP.scene().answerAll(town, APP.scene().audit(Scene.SCHOOL), Verdict.PARTIEL);
        agent.post(audit + "/submission");
        agent.delete(audit + "/submission");
        agent.post(audit + "/submission");
        agent.put(audit + "/answers/GOV-01", 1, "{\"verdict\":\"PARTIEL\"}");
        agent.post(audit + "/answers/GOV-01/evidence", LINK);
        agent.delete(audit + "/answers/GOV-01/evidence/" + kept);
        reviewer.post(audit + "/review", JUDGE);

        assertThat(Description.KEPT.shown()).containsAll(Description.KEPT.announced());
    }

    private static void everything(ApiClient client, String audit) {
        client.get("/api/v1/openapi.json");
        client.get("/api/v1/campaigns");
        client.get("/api/v1/audits");
        client.get(audit);
        client.get(audit + "/report.pdf");
        client.get("/api/v1/units/" + Scene.TOWN + "/figures");
        client.put(audit + "/answers/GOV-01", 0, SAVE);
        client.post(audit + "/submission");
        client.delete(audit + "/submission");
        client.post(audit + "/review", JUDGE);
        evidence(client, audit + "/answers/GOV-01/evidence");
    }

    private static void evidence(ApiClient client, String path) {
        client.get(path);
        client.get(path + "/999999");
        client.delete(path + "/999999");
        client.post(path, LINK);
    }

    /** Each reply to evidence that only comes with a piece, or with a body that is none. */
    private static void pieces(ApiClient agent, ApiClient reader, String audit) {
        String path = audit + "/answers/GOV-01/evidence";
        String file = path + "?name=releve.txt";
        String type = "application/octet-stream";
        String piece = path + "/"
                + agent.call("POST", file, BodyPublishers.ofString("relevé"), "Content-Type", type)
                        .at("/id");
        agent.get(path);
        agent.get(piece);
        reader.delete(piece);
        agent.delete(piece);
        agent.call("POST", file, BodyPublishers.ofString("<svg/>"), "Content-Type", type);
        agent.call("POST", path, BodyPublishers.ofString("x"), "Content-Type", "text/plain");
        agent.post(path, "{");
        agent.post(path, LARGE);
    }

    private static void malformed(ApiClient agent, ApiClient reviewer, String audit) {
        String answer = audit + "/answers/GOV-01";
        agent.put(answer, 0, "{");
        agent.put(answer, 0, "{\"verdict\":\"NON_APPLICABLE\"}");
        agent.put(answer, 3, SAVE);
        agent.put(answer, 0, LARGE);
        agent.call("PUT", answer, BodyPublishers.ofString(SAVE), "Content-Type", "application/json");
        agent.call("PUT", answer, BodyPublishers.ofString(SAVE), "Content-Type", "text/plain", "If-Match", "\"0\"");
        reviewer.post(audit + "/review", "{");
        reviewer.post(audit + "/review", "{\"decision\":\"SEND_BACK\"}");
        reviewer.post(audit + "/review", LARGE);
        reviewer.call("POST", audit + "/review", BodyPublishers.ofString(JUDGE), "Content-Type", "text/plain");
    }
}
