package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « give an opinion », page by page, until its side reads it. */
class OpinionHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private Principal agent;
    private Visitor reviewer;
    private AuditId audit;
    private String page;

    @BeforeEach
    void submit() {
        Scene scene = APP.scene();
        CampaignId campaign = scene.campaign("Avis", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        audit = scene.audit(campaign, Scene.COLLEGE);
        agent = scene.agent();
        reviewer = APP.signIn(scene.reviewer().account());
        scene.answerAll(agent, audit, Verdict.CONFORME);
        scene.reviews.submit(agent, audit);
        page = "/audits/" + audit + "/revue/SAU-02";
    }

    @Test
    void gives_an_opinion_beside_the_answer_and_publishes_it_with_the_decision() {
        assertThat(reviewer.get("/audits/" + audit + "/revue").body()).contains(page, "Donner un avis");
        assertThat(reviewer.get(page).body())
                .contains("Réponse déclarée", "name=\"kind\"", "name=\"version\" value=\"0\"");

        HttpResponse<String> incomplete =
                reviewer.post(page, Map.of("kind", "CONTESTED", "reason", "Le disque reste branché.", "version", "0"));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("#verdict", "Le disque reste branché.");

        Map<String, String> contested = Map.of(
                "kind", "CONTESTED", "verdict", "NON_CONFORME", "reason", "Le disque reste branché.", "version", "0");
        assertThat(reviewer.post(page, contested).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("&theme=SAU#m-SAU-02"));
        assertThat(reviewer.get("/audits/" + audit + "/revue").body())
                .contains("Contesté", "visible des seuls relecteurs", "Revoir l’avis");

        HttpResponse<String> stale = reviewer.post(page, contested);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("name=\"version\" value=\"1\"", "vient de donner ou de retirer un avis");

        Visitor side = APP.signIn(agent.account());
        String control = "/audits/" + audit + "/mesures/SAU-02";
        assertThat(side.get(control).body()).doesNotContain("Le disque reste branché.");
        assertThat(side.get("/audits/" + audit + "/historique").body()).doesNotContain("Le disque reste branché.");
        reviewer.post("/audits/" + audit + "/validation", Map.of("etape", "confirmer"));
        assertThat(side.get(control).body()).contains("Avis du relecteur", "Contesté", "Le disque reste branché.");
        assertThat(side.get("/audits/" + audit).body()).contains("Après revue", "Lecture revue", "Lecture déclarée");
        String both = "/audits/" + audit + "/instantanes";
        assertThat(reviewer.get(both).body())
                .contains("1 mesure a changé", "1 vaut moins, aucune ne vaut plus.", "1 contestation", both + ".csv");
        HttpResponse<String> file = reviewer.get(both + ".csv");
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.body().lines().toList().get(1))
                .contains(";SAU-02;", ";Conforme;Non conforme;Contesté;vaut moins");
        assertThat(APP.signIn(APP.scene().otherReviewer().account())
                        .get(both + ".csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(reviewer.get(page).body()).contains("déjà validé").doesNotContain("name=\"kind\"");
    }

    @Test
    void takes_an_opinion_back_and_hides_all_of_it_from_another_academy() {
        reviewer.post(page, Map.of("kind", "ACCEPTED", "version", "0"));
        assertThat(reviewer.post(page, Map.of("retirer", "oui", "version", "1")).statusCode())
                .isEqualTo(303);
        assertThat(reviewer.get(page).body())
                .contains("name=\"version\" value=\"2\"")
                .doesNotContain("retirer");
        Visitor elsewhere = APP.signIn(APP.scene().otherReviewer().account());
        assertThat(elsewhere.get(page).statusCode()).isEqualTo(404);
        assertThat(elsewhere.post(page, Map.of("kind", "ACCEPTED")).statusCode())
                .isEqualTo(404);
        assertThat(APP.signIn(agent.account()).get(page).statusCode()).isEqualTo(404);
    }
}
