package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « a program of the académie reviews »: the queue, many at once, a sample, what was seen, how it agrees. */
class ApiReviewTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String TOGETHER = "/api/v1/reviews/together";

    private static ApiClient reviewer;
    private static Principal agent;
    private static AuditId sound;
    private static AuditId weak;

    @BeforeAll
    static void submit() {
        Scene scene = APP.scene();
        agent = scene.agent();
        reviewer = ApiClient.of(APP, scene.reviewer(), Scope.REVIEW);
        sound = scene.audit(Scene.COLLEGE);
        weak = scene.audit(Scene.SECOND_COLLEGE);
        scene.answers.save(agent, weak, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.NON_CONFORME, null));
        for (AuditId audit : List.of(sound, weak)) {
            scene.answerAll(agent, audit, Verdict.CONFORME);
            scene.reviews.submit(agent, audit);
        }
    }

    @Test
    void reads_the_queue_validates_together_draws_visits_and_reads_the_agreement() {
        assertThat(reviewer.get("/api/v1/reviews?order=WEAK").at("/items/0/id")).isEqualTo(weak.toString());
        assertThat(reviewer.get("/api/v1/reviews?order=WEAK&after=" + weak).at("/items/0/id"))
                .isEqualTo(sound.toString());
        String narrowed = "?campaign=" + APP.scene().campaign + "&unit=" + Scene.VALLEYS;
        assertThat(reviewer.get("/api/v1/reviews" + narrowed).json().at("/items"))
                .hasSize(2);
        assertThat(reviewer.get(TOGETHER + narrowed).json().at("/items")).hasSize(1);
        for (String outside : new String[] {"?unit=academie-17", "?unit=x", "?campaign=999999"}) {
            assertThat(reviewer.get("/api/v1/reviews" + outside).status()).isEqualTo(404);
            assertThat(reviewer.get(TOGETHER + outside).status()).isEqualTo(404);
        }
        assertThat(reviewer.get(TOGETHER).json().at("/items")).hasSize(1);
        ApiReply done = reviewer.post(TOGETHER, "{\"audits\":[" + sound + "," + weak + "]}");
        assertThat(done.at("/validated")).isEqualTo("1");
        assertThat(done.at("/kept/0/obstacle")).isEqualTo("WEAK");

        String draw = "{\"campaign\":" + APP.scene().campaign
                + ",\"unit\":\"academie-14\",\"strata\":\"TYPE\",\"size\":5,\"seed\":2027}";
        String sample =
                "/api/v1/samples/" + reviewer.post("/api/v1/samples", draw).at("/id");
        ApiReply again = reviewer.get(
                "/api/v1/samples/" + reviewer.post("/api/v1/samples", draw).at("/id"));
        assertThat(again.json().at("/schools"))
                .isEqualTo(reviewer.get(sample).json().at("/schools"));
        assertThat(again.json().at("/sample/digest").asText()).hasSize(64);
        assertThat(again.json().at("/agreements/0/rate").isNull()).isTrue();

        String sheet = sample + "/schools/" + weak;
        assertThat(reviewer.get(sheet).at("/school/version")).isEqualTo("0");
        ApiReply recorded = reviewer.put(
                sheet,
                0,
                "{\"seen\":{\"SAU-02\":{\"verdict\":\"CONFORME\",\"note\":\"Débranché.\"},\"PAT-01\":{\"verdict\":\"CONFORME\"}}}");
        assertThat(recorded.header("ETag")).isEqualTo("\"1\"");
        ApiReply shown = reviewer.get(sample);
        assertThat(shown.json().at("/agreements/0/rate").asDouble()).isEqualTo(0.5);
        assertThat(shown.json().at("/agreements/0/low").asDouble()).isBetween(0.094, 0.095);
        assertThat(shown.json().at("/agreements/0/high").asDouble()).isBetween(0.905, 0.906);
        assertThat(reviewer.get(sheet).json().at("/controls").findValuesAsText("note"))
                .contains("Débranché.");
        assertThat(reviewer.put(sheet, 0, "{\"seen\":{}}").status()).isEqualTo(412);
        ApiClient elsewhere = ApiClient.of(APP, APP.scene().otherReviewer(), Scope.REVIEW);
        assertThat(elsewhere.get(sheet).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/v1/samples").json().at("/items")).isEmpty();
    }

    @Test
    void gives_no_name_for_an_author_whose_account_is_erased() {
        Scene scene = APP.scene();
        AuditId audit = scene.audit(Scene.THIRD_COLLEGE);
        Principal gone = scene.person("Qui s’en va", Scene.VALLEYS, new Grant(Role.AGENT, Scene.VALLEYS));
        scene.answerAll(gone, audit, Verdict.PARTIEL);
        scene.reviews.submit(gone, audit);
        Principal second = scene.person("Relit puis part", Scene.ACADEMY, new Grant(Role.REVIEWER, Scene.ACADEMY));
        ApiClient.of(APP, second, Scope.REVIEW)
                .put("/api/v1/audits/" + audit + "/opinions/SAU-02", 0, "{\"kind\":\"ACCEPTED\"}");
        for (Principal one : List.of(gone, second)) {
            scene.accounts.disable(Actor.SYSTEM, one.account());
            APP.services().access().people().erasures().erase(Actor.SYSTEM, one.account());
        }
        String path = "/api/v1/audits/" + audit;
        for (String call : List.of(path, path + "/opinions")) {
            assertThat(reviewer.get(call).body()).as(call).doesNotContain("Compte effacé");
        }
        assertThat(reviewer.get(path + "/opinions")
                        .json()
                        .at("/opinions/0/authorName")
                        .isNull())
                .isTrue();
        String page = "/audits/" + audit + "/revue";
        var visitor = APP.signIn(scene.reviewer().account());
        for (String shown : List.of(page, page + "/SAU-02")) {
            assertThat(visitor.get(shown, "Accept-Language", "en").body())
                    .as(shown)
                    .contains("Erased account")
                    .doesNotContain("Compte effacé");
        }
    }
}
