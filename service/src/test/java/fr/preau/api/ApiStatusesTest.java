package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.checklist.Verdict;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every reply that the description announces is one that the service gives. */
class ApiStatusesTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String SAVE = "{\"verdict\":\"CONFORME\"}";
    private static final String JUDGE = "{\"decision\":\"VALIDATE\"}";
    private static final String ACCEPTED = "{\"kind\":\"ACCEPTED\"}";
    private static final String LINK = "{\"kind\":\"LINK\",\"url\":\"https://docs.exemple.invalid\"}";
    private static final String ACTION = "{\"title\":\"Écrire\",\"party\":\"COLLECTIVITE\",\"due\":\"2027-03-31\"}";
    private static final String PLAN = ACTION.replace("}", ",\"extent\":\"ONE\"}");
    private static final String STEP = "{\"step\":\"FINISH\"}";
    private static final String LARGE = "\"" + "a".repeat(70_000) + "\"";

    @Test
    void shows_each_announced_reply() {
        Principal town = APP.scene().townAgent();
        ApiClient agent = ApiClient.of(APP, town, Scope.ANSWER);
        ApiClient reviewer = ApiClient.of(APP, APP.scene().reviewer(), Scope.REVIEW);
        String audit = "/api/v1/audits/" + APP.scene().audit(Scene.SCHOOL);

        ReviewReplies reviews = new ReviewReplies(APP, reviewer);
        reviews.early();
        everything(new ApiClient(APP.url(), null), audit);
        everything(agent, "/api/v1/audits/999999");
        agent.get("/api/v1/audits?campaign=999999");
        agent.get("/api/v1/units/nation/figures");
        everything(ApiClient.of(APP, town, Scope.READ), audit);
        reviewer.post("/api/v1/audits/999999/review", JUDGE);
        malformed(agent, reviewer, audit);
        pieces(agent, ApiClient.of(APP, town, Scope.READ), audit);
        String kept = agent.post(audit + "/answers/GOV-01/evidence", LINK).at("/id");
        shared(agent, town);
        actions(agent, audit);
        sharedPieces(agent, ApiClient.of(APP, town, Scope.READ), town);

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
        opinions(reviewer, audit);
        reviewer.post(audit + "/review", JUDGE);
        // Too late for the one, never asked of an école the other.
        for (String control : List.of("GOV-01", "GOV-02")) {
            reviewer.put(audit + "/opinions/" + control, 2, ACCEPTED);
            takeBack(reviewer, audit + "/opinions/" + control, "\"2\"");
        }

        reviews.all(town);

        assertThat(Description.KEPT.shown()).containsAll(Description.KEPT.announced());
    }

    /** An answer for many: applied once, refused in every way. */
    private static void shared(ApiClient agent, Principal town) {
        String path = "/api/v1/shared-answers";
        String seen = agent.post(path + "/preview", many("SAU-02", "ALL", "")).at("/seen");
        agent.post(path, many("SAU-02", "ALL", "x"));
        ApiReply done = agent.post(path, many("SAU-02", "ALL", seen));
        agent.post(path + "/" + done.at("/id") + "/undo");
        agent.post(path + "/" + done.at("/id") + "/undo");
        agent.post(path + "/999999/undo");
        agent.post(
                path,
                many(
                        "SAU-02",
                        "ALL",
                        agent.post(path + "/preview", many("SAU-02", "ALL", "")).at("/seen")));
        for (String call : List.of(path, path + "/preview")) {
            agent.post(call, "{");
            agent.post(call, LARGE);
            agent.post(call, many("SAU-02", "LIST", "x"));
            agent.post(call, many("SAU-02", "LABEL-999999", "x"));
            agent.call("POST", call, BodyPublishers.ofString("{}"), "Content-Type", "text/plain");
            ApiClient state = ApiClient.of(APP, APP.scene().stateAgent(), Scope.ANSWER);
            state.post(
                    call, many("PAT-01", "TYPE-COLLEGE", "x").replace(Scene.TOWN.toString(), Scene.ACADEMY.toString()));
            APP.scene().at("2027-02-01T09:00:00Z");
            ApiClient.of(APP, town, Scope.ANSWER).post(call, many("SAU-02", "ALL", "x"));
            APP.scene().at("2026-11-23T09:00:00Z");
        }
    }

    /** An action: planned, changed, finished, refused in every way. */
    private static void actions(ApiClient agent, String audit) {
        String plan = audit + "/answers/SAU-01/actions";
        agent.post(plan, PLAN);
        agent.put(audit + "/answers/SAU-01", 0, "{\"verdict\":\"PARTIEL\"}");
        agent.post(plan, PLAN.replace("2027", "2020"));
        String action = "/api/v1/actions/" + agent.post(plan, PLAN).at("/id");
        agent.get(action);
        agent.put(action, 1, ACTION.replace("2027", "2020"));
        agent.put(action, 1, ACTION);
        agent.put(action, 1, ACTION);
        step(agent, action, 1, STEP);
        step(agent, action, 2, STEP);
        step(agent, action, 3, STEP);
        agent.put(action, 3, ACTION);
        for (String body : List.of("{", LARGE)) {
            agent.post(plan, body);
            agent.put(action, 3, body);
            step(agent, action, 3, body);
        }
        agent.call("POST", plan, BodyPublishers.ofString(PLAN), "Content-Type", "text/plain");
        for (String[] call : new String[][] {{"PUT", action, ACTION}, {"POST", action + "/steps", STEP}}) {
            agent.call(call[0], call[1], BodyPublishers.ofString(call[2]), "Content-Type", "application/json");
            agent.call(
                    call[0],
                    call[1],
                    BodyPublishers.ofString(call[2]),
                    "Content-Type",
                    "text/plain",
                    "If-Match",
                    "\"3\"");
        }
    }

    private static void step(ApiClient client, String action, int seen, String body) {
        client.call(
                "POST",
                action + "/steps",
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + seen + "\"");
    }

    /** The pieces of an answer for many: attached, read, taken off, refused in every way. */
    private static void sharedPieces(ApiClient agent, ApiClient reader, Principal town) {
        String shared = agent.get("/api/v1/shared-answers").at("/items/0/id");
        String path = "/api/v1/shared-answers/" + shared + "/evidence";
        String piece = path + "/" + agent.post(path, LINK).at("/id");
        String type = "application/octet-stream";
        String file = path + "/"
                + agent.call("POST", path + "?name=a.txt", BodyPublishers.ofString("relevé"), "Content-Type", type)
                        .at("/id");
        agent.get(path);
        agent.get(file);
        reader.post(path, LINK);
        reader.delete(piece);
        agent.delete(piece);
        agent.call("POST", path, BodyPublishers.ofString("<svg/>"), "Content-Type", type);
        agent.call("POST", path, BodyPublishers.ofString("x"), "Content-Type", "text/plain");
        agent.post(path, "{");
        agent.post(path, LARGE);
        APP.scene().at("2027-02-01T09:00:00Z");
        ApiClient late = ApiClient.of(APP, town, Scope.ANSWER);
        late.post(path, LINK);
        late.delete(file);
        APP.scene().at("2026-11-23T09:00:00Z");
    }

    /** An opinion: given, taken back, refused in every way. */
    private static void opinions(ApiClient reviewer, String audit) {
        String opinion = audit + "/opinions/GOV-01";
        reviewer.put(opinion, 3, ACCEPTED);
        reviewer.put(opinion, 0, "{\"kind\":\"CONTESTED\"}");
        reviewer.put(opinion, 0, "{");
        reviewer.put(opinion, 0, LARGE);
        reviewer.call("PUT", opinion, BodyPublishers.ofString(ACCEPTED), "Content-Type", "application/json");
        reviewer.call(
                "PUT", opinion, BodyPublishers.ofString(ACCEPTED), "Content-Type", "text/plain", "If-Match", "\"0\"");
        reviewer.put(opinion, 0, ACCEPTED);
        reviewer.delete(opinion);
        takeBack(reviewer, opinion, "x");
        takeBack(reviewer, opinion, "\"3\"");
        takeBack(reviewer, opinion, "\"1\"");
    }

    private static void takeBack(ApiClient client, String opinion, String seen) {
        client.call("DELETE", opinion, BodyPublishers.noBody(), "If-Match", seen);
    }

    private static String many(String control, String set, String seen) {
        return "{\"campaign\":" + APP.scene().campaign + ",\"unit\":\"" + Scene.TOWN + "\",\"control\":\"" + control
                + "\",\"set\":\"" + set + "\",\"verdict\":\"CONFORME\",\"seen\":\"" + seen + "\"}";
    }

    private static void everything(ApiClient client, String audit) {
        client.get("/api/v1/openapi.json");
        client.get("/api/v1/campaigns");
        client.get("/api/v1/audits");
        client.get(audit);
        client.get(audit + "/report.pdf");
        client.get("/api/v1/units/" + Scene.TOWN + "/figures");
        client.get("/api/v1/units/" + Scene.TOWN + "/figures?reading=REVIEWED");
        client.put(audit + "/answers/GOV-01", 0, SAVE);
        client.post(audit + "/submission");
        client.delete(audit + "/submission");
        client.post(audit + "/review", JUDGE);
        client.get(audit + "/opinions");
        client.put(audit + "/opinions/GOV-01", 0, ACCEPTED);
        takeBack(client, audit + "/opinions/GOV-01", "\"1\"");
        evidence(client, audit + "/answers/GOV-01/evidence");
        evidence(client, "/api/v1/shared-answers/999999/evidence");
        client.get("/api/v1/actions");
        client.get("/api/v1/actions?campaign=x");
        client.get("/api/v1/actions/999999");
        client.put("/api/v1/actions/999999", 1, ACTION);
        step(client, "/api/v1/actions/999999", 1, STEP);
        client.post(audit + "/answers/SAU-01/actions", PLAN);
        client.get("/api/v1/shared-answers");
        client.get("/api/v1/shared-answers?unit=academie-17");
        client.post("/api/v1/shared-answers", many("SAU-02", "ALL", "x"));
        client.post("/api/v1/shared-answers/preview", many("SAU-02", "ALL", "x"));
        client.post("/api/v1/shared-answers/999999/undo");
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
