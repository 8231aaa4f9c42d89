package fr.preau.api;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** Gets every reply that is announced of a reviewer's work beside the opinions: the queue, many at once, samples. */
final class ReviewReplies {
    private static final String TOGETHER = "/api/v1/reviews/together";
    private static final String SAMPLES = "/api/v1/samples";
    private static final String NONE = SAMPLES + "/999999";
    private static final String LARGE = "\"" + "a".repeat(70_000) + "\"";
    private static final String SEEN = "{\"seen\":{\"SAU-02\":{\"verdict\":\"CONFORME\"}}}";

    private final App app;
    private final ApiClient reviewer;

    ReviewReplies(App app, ApiClient reviewer) {
        this.app = app;
        this.reviewer = reviewer;
    }

    /** As long as nothing is rendered there is nothing to draw from. */
    void early() {
        reviewer.post(SAMPLES, draw(5));
    }

    void all(Principal someoneElse) {
        Principal agent = app.scene().agent();
        AuditId audit = app.scene().audit(Scene.COLLEGE);
        app.scene().answerAll(agent, audit, Verdict.CONFORME);
        app.scene().reviews.submit(agent, audit);
        for (ApiClient client : List.of(
                new ApiClient(app.url(), null),
                ApiClient.of(app, someoneElse, Scope.REVIEW),
                ApiClient.of(app, app.scene().reviewer(), Scope.READ),
                reviewer)) {
            everything(client);
        }
        together(audit);
        visits(reviewer.post(SAMPLES, draw(5)).at("/id"), audit);
    }

    private void everything(ApiClient client) {
        client.get("/api/v1/reviews?order=CHANGE");
        client.get(TOGETHER);
        client.post(TOGETHER, "{\"audits\":[999999]}");
        client.get(SAMPLES);
        client.post(SAMPLES, draw(5).replace("academie-14", "academie-17"));
        client.get(NONE);
        client.get(NONE + "/schools/999999");
        client.put(NONE + "/schools/999999", 0, SEEN);
    }

    private void together(AuditId audit) {
        reviewer.post(TOGETHER, "{");
        reviewer.post(TOGETHER, "{\"audits\":[]}");
        reviewer.post(TOGETHER, LARGE);
        reviewer.call("POST", TOGETHER, BodyPublishers.ofString("{}"), "Content-Type", "text/plain");
        reviewer.post(TOGETHER, "{\"audits\":[" + audit + "]}");
        reviewer.post(SAMPLES, "{");
        reviewer.post(SAMPLES, draw(0));
        reviewer.post(SAMPLES, LARGE);
        reviewer.call("POST", SAMPLES, BodyPublishers.ofString("{}"), "Content-Type", "text/plain");
    }

    private void visits(String sample, AuditId audit) {
        String sheet = SAMPLES + "/" + sample + "/schools/" + audit;
        reviewer.get(SAMPLES);
        reviewer.get(SAMPLES + "/" + sample);
        reviewer.get(sheet);
        reviewer.put(sheet, 0, "{");
        reviewer.put(sheet, 0, SEEN.replace("CONFORME", "NE_SAIT_PAS"));
        reviewer.put(sheet, 0, LARGE);
        reviewer.call("PUT", sheet, BodyPublishers.ofString(SEEN), "Content-Type", "application/json");
        reviewer.call("PUT", sheet, BodyPublishers.ofString("x"), "Content-Type", "text/plain", "If-Match", "\"0\"");
        ApiClient reads = ApiClient.of(app, app.scene().reviewer(), Scope.READ);
        reads.put(sheet, 0, SEEN);
        reviewer.put(sheet, 0, SEEN);
        reviewer.put(sheet, 0, SEEN);
        reviewer.get(SAMPLES + "/" + sample);
    }

    private String draw(int size) {
        return "{\"campaign\":" + app.scene().campaign + ",\"unit\":\"academie-14\",\"strata\":\"TYPE\",\"size\":"
                + size + "}";
    }
}
