package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « judge an audit », page by page. */
class ReviewHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private Principal agent;
    private Principal reviewer;
    private Visitor visitor;
    private AuditId audit;

    /** A submitted audit in a campaign of its own. */
    @BeforeEach
    void submit() {
        Scene scene = APP.scene();
        CampaignId campaign = scene.campaign("Revue", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        audit = scene.audit(campaign, Scene.COLLEGE);
        agent = scene.agent();
        reviewer = scene.reviewer();
        visitor = APP.signIn(reviewer.account());
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        scene.reviews.submit(agent, audit);
    }

    @Test
    void sends_back_through_a_confirmation_and_loses_nothing_that_was_typed() {
        assertThat(visitor.get("/revue").body()).contains("Collège La Passerelle", "/audits/" + audit + "/revue");
        assertThat(page("/revue").body()).contains("name=\"reason.SAU-02\"", "Renvoyer avec ces motifs");

        HttpResponse<String> none = post("/renvoi", Map.of());
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Écrivez au moins un motif");

        HttpResponse<String> tooLong =
                post("/renvoi", Map.of("reason.SAU-02", "x".repeat(2_001), "reason.PAT-01", "L’inventaire date."));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("#reason.SAU-02", "L’inventaire date.");

        Map<String, String> reason = Map.of("reason.SAU-02", "Le disque reste branché.");
        HttpResponse<String> asked = post("/renvoi", reason);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("1 mesure sera à revoir", "Le disque reste branché.");
        assertThat(state()).isEqualTo(AuditState.SUBMITTED);

        HttpResponse<String> edited = post("/renvoi", with(reason, "etape", "modifier"));
        assertThat(edited.body()).contains("Le disque reste branché.", "name=\"reason.PAT-01\"");

        HttpResponse<String> done = post("/renvoi", with(reason, "etape", "confirmer"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains("/revue?fait=renvoye");
        assertThat(state()).isEqualTo(AuditState.SENT_BACK);
        assertThat(visitor.get("/revue?fait=renvoye").body()).contains("Audit renvoyé.");
        assertThat(visitor.get("/revue?fait=%3Cb%3E").body()).doesNotContain("<b>");
    }

    @Test
    void shows_whole_what_matters_first_and_folds_the_rest_with_its_counts() {
        String first = page("/revue").body();
        assertThat(first)
                .contains(
                        "value=\"socle\" formaction=\"/audits/" + audit
                                + "/revue\" formnovalidate aria-current=\"true\"",
                        "réponses faibles au socle",
                        "<details class=\"sheet\"")
                .doesNotContain("<details class=\"sheet\" id=\"t-SAU\" open");
        assertThat(first.indexOf("id=\"m-SAU-02\"")).isLessThan(first.indexOf("<details class=\"sheet\""));
        assertThat(first.split("name=\"reason.SAU-02\"", -1))
                .as("each control once")
                .hasSize(2);
        assertThat(page("/revue?voir=tout").body()).contains("id=\"t-SAU\" open");

        String opinion = "/audits/" + audit + "/revue/";
        String asked = visitor.get(opinion + "SAU-02?voir=socle").body();
        assertThat(asked).contains("Enregistrer et passer à la suivante");
        Map<String, String> held =
                Map.of("kind", "ACCEPTED", "version", "0", "suite", "oui", "voir", "socle", "ordre", "faiblesse");
        assertThat(visitor.post(opinion + "PAT-01", held).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains(opinion).endsWith("?voir=socle&ordre=faiblesse"));
        Map<String, String> doubt = Map.of("kind", "RESERVATION", "reason", "À voir.", "version", "0", "voir", "tout");
        visitor.post(opinion + "SAU-02", doubt);
        assertThat(page("/revue?voir=avis").body()).contains("1 réponse mise en doute");
        assertThat(page("/revue?voir=%3Cb%3E&theme=%22%3E%3Cb%3E").body()).doesNotContain("<b>\"");
        assertThat(post("/validation", Map.of("etape", "confirmer", "ordre", "faiblesse"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/revue?fait=valide&ordre=faiblesse"));
    }

    @Test
    void tells_what_has_changed_since_the_last_campaign() {
        Scene scene = APP.scene();
        CampaignId later = scene.campaign("Suivante", LocalDate.of(2026, 11, 9), LocalDate.of(2027, 1, 29));
        AuditId next = scene.audit(later, Scene.COLLEGE);
        scene.answers.save(agent, next, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, null));
        scene.answerAll(agent, next, Verdict.PARTIEL);
        scene.reviews.submit(agent, next);
        assertThat(visitor.get("/audits/" + next + "/revue?voir=changees").body())
                .contains("1 réponse changée depuis la dernière campagne", "Dernière campagne\u00a0:");
        assertThat(page("/revue?voir=changees").body()).contains("Aucune réponse changée");
    }

    @Test
    void shows_the_form_again_for_a_control_that_is_not_asked() {
        Map<String, String> reasons =
                Map.of("reason.SAU-99", "Ailleurs.", "reason.SAU-02", "Ici.", "etape", "confirmer");
        HttpResponse<String> refused = post("/renvoi", reasons);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("SAU-99", "Ici.");
        assertThat(post("/renvoi", Map.of("reason.rien", "x")).statusCode()).isEqualTo(422);
        assertThat(state()).isEqualTo(AuditState.SUBMITTED);
    }

    @Test
    void validates_through_a_confirmation_then_reopens_for_a_reason() {
        HttpResponse<String> asked = post("/validation", Map.of("reason.SAU-02", "Peut-être."));
        assertThat(asked.body()).contains("Vous avez écrit 1 motif", "Peut-être.");
        assertThat(state()).isEqualTo(AuditState.SUBMITTED);
        HttpResponse<String> done = post("/validation", Map.of("etape", "confirmer"));
        assertThat(done.headers().firstValue("Location")).contains("/revue?fait=valide");
        assertThat(state()).isEqualTo(AuditState.VALIDATED);

        HttpResponse<String> late = post("/renvoi", Map.of("reason.SAU-02", "Trop tard.", "etape", "confirmer"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("L’audit est déjà validé.");

        HttpResponse<String> blank = post("/reouverture", Map.of("reason", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("id=\"reason-error\"");
        assertThat(post("/reouverture", Map.of("reason", "Une pièce manque.")).statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo(AuditState.SENT_BACK);
    }

    @Test
    void says_to_who_had_a_hand_in_it_why_they_cant_judge() {
        Scene scene = APP.scene();
        Principal both = scene.person(
                "Juge et partie " + audit, UnitId.NATION, Scene.everything().toArray(Grant[]::new));
        AuditId own = scene.audit(scene.audits.view(agent, audit).audit().campaign(), Scene.SECOND_COLLEGE);
        scene.answerAll(both, own, Verdict.CONFORME);
        scene.reviews.submit(both, own);
        Visitor partial = APP.signIn(both.account());
        HttpResponse<String> shown = partial.get("/audits/" + own + "/revue");
        assertThat(shown.body())
                .contains("Un autre relecteur doit juger cet audit")
                .doesNotContain("name=\"reason.");
        assertThat(partial.post("/audits/" + own + "/validation", Map.of("etape", "confirmer"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void is_not_found_for_a_reviewer_of_another_academy_nor_for_who_reviews_nothing() {
        Visitor other = APP.signIn(APP.scene().otherReviewer().account());
        assertThat(other.get("/audits/" + audit + "/revue").statusCode()).isEqualTo(404);
        assertThat(other.get("/audits/99999/revue").statusCode()).isEqualTo(404);
        assertThat(other.post("/audits/" + audit + "/validation", Map.of("etape", "confirmer"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.get("/revue").body()).doesNotContain("Collège La Passerelle");
        assertThat(APP.signIn(agent.account()).get("/revue").statusCode()).isEqualTo(404);
        assertThat(state()).isEqualTo(AuditState.SUBMITTED);
    }

    @Test
    void removes_an_audit_from_the_roster_for_a_reason() {
        Scene scene = APP.scene();
        Principal organiser = scene.person(
                "Organisatrice " + audit, UnitId.NATION, Scene.everything().toArray(Grant[]::new));
        Visitor runs = APP.signIn(organiser.account());
        String path = "/audits/" + audit + "/retrait";
        assertThat(runs.get(path).body()).contains("Pourquoi le retirer");
        assertThat(runs.post(path, Map.of("reason", "")).statusCode()).isEqualTo(422);
        HttpResponse<String> done = runs.post(path, Map.of("reason", "Fusionné avec un autre collège."));
        assertThat(done.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("?fait=retire"));
        assertThat(state()).isEqualTo(AuditState.REMOVED);
        assertThat(visitor.post(path, Map.of("reason", "x")).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> page(String path) {
        return visitor.get("/audits/" + audit + path);
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return visitor.post("/audits/" + audit + path, form);
    }

    private AuditState state() {
        return APP.scene().audits.view(agent, audit).audit().state();
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> more = new java.util.HashMap<>(form);
        more.put(field, value);
        return more;
    }
}
