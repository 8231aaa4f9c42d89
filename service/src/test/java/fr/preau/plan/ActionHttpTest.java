package fr.preau.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Uai;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Corrective actions over HTTP: the form, the board, the file, the new answer. */
class ActionHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static Principal agent;
    private static Visitor visitor;

    @BeforeAll
    static void weakAnswers() {
        Scene scene = APP.scene();
        agent = scene.agent();
        visitor = APP.signIn(agent.account());
        for (Uai school : List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE)) {
            scene.answers.save(
                    agent, scene.audit(school), Scene.control("SAU-02"), 0, new NewAnswer(Verdict.PARTIEL, null));
        }
    }

    @Test
    void a_weak_answer_leads_to_an_action_and_the_action_to_the_new_answer() {
        String control = "/audits/" + APP.scene().audit(Scene.COLLEGE) + "/mesures/SAU-02";
        assertThat(visitor.get(control).body()).contains(control + "/action", "/actions?mesure=SAU-02");
        assertThat(visitor.get(control + "/action?pour=tous").body())
                .contains("Pour quels établissements", "Les 2 établissements qui ont cette faiblesse");
        HttpResponse<String> planned = visitor.post(
                control + "/action",
                Map.of(
                        "extent", "ALL",
                        "title", "Sauver hors ligne",
                        "party", "COLLECTIVITE",
                        "due", "2026-12-01",
                        "cost", "1 200 €"));
        assertThat(planned.statusCode()).isEqualTo(303);
        String action = planned.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
        assertThat(visitor.get(action).body()).contains("2 établissements", "1\u202f200\u00a0€", "dans 8 jours");
        assertThat(step(action, "FINISH", 1)).isEqualTo(303);
        assertThat(visitor.get(action).body()).contains("2 établissements ont encore la réponse faible", "/reponse");
        String page = visitor.get(action + "/reponse").body();
        assertThat(page).contains("Action terminée\u00a0: Sauver hors ligne");
        String chosen = page.replaceAll("(?s).*?name=\"chosen\" value=\"([0-9]+-[0-9]+)\".*", "$1");
        HttpResponse<String> written =
                visitor.post(action + "/reponse", Map.of("verdict", "CONFORME", "comment", "Fait.", "chosen", chosen));
        assertThat(written.headers().firstValue("Location")).hasValue(action + "?fait=RENEWED&reponses=1");
        assertThat(visitor.get(action + "?fait=RENEWED&reponses=1").body()).contains("1 réponse enregistrée.");
        assertThat(visitor.post(
                                action + "/reponse",
                                Map.of("verdict", "CONFORME", "comment", "Fait.", "chosen", chosen))
                        .statusCode())
                .as("the same page sent twice")
                .isEqualTo(412);
    }

    @Test
    void a_form_with_a_fault_comes_back_as_it_was_typed() {
        String form = "/audits/" + APP.scene().audit(Scene.SECOND_COLLEGE) + "/mesures/SAU-02/action";
        for (Map<String, String> wrong : List.of(
                Map.of("title", " "),
                Map.of("due", "demain"),
                Map.of("due", "2020-01-01"),
                Map.of("cost", "-1"),
                Map.of("cost", "999999999"),
                Map.of("party", "PERSONNE"),
                Map.of("extent", "LIST"),
                Map.of("note", "x".repeat(NewAction.NOTE_LENGTH + 1)))) {
            Map<String, String> sent = new java.util.HashMap<>(Map.of(
                    "extent", "ONE",
                    "title", "Un titre à garder",
                    "party", "ETAT",
                    "due", "2027-06-30",
                    "cost", ""));
            sent.putAll(wrong);
            HttpResponse<String> reply = visitor.post(form, sent);
            assertThat(reply.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(reply.body())
                    .contains("à corriger")
                    .contains(sent.get("title").strip());
        }
        assertThat(visitor.post(form, Map.of("extent", "X", "title", "x", "party", "ETAT", "due", "2027-06-30"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_file_has_the_boards_rows_and_no_formula() {
        String form = "/audits/" + APP.scene().audit(Scene.SECOND_COLLEGE) + "/mesures/SAU-02/action";
        visitor.post(
                form,
                Map.of(
                        "extent", "ONE",
                        "title", "=1+1",
                        "party", "ETAT",
                        "due", "2027-06-30",
                        "note", "@SUM(A1)"));
        HttpResponse<String> file = visitor.get("/actions.csv?partie=ETAT", "Accept", "text/csv");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"actions.csv\"");
        assertThat(file.body())
                .startsWith("\ufeffNuméro;État")
                .contains(";'=1+1;", ";'@SUM(A1)", Scene.SECOND_COLLEGE.value())
                .doesNotContain("Sauver hors ligne");
        assertThat(visitor.get("/actions?q=tilleuls").body()).contains("=1+1");
        assertThat(visitor.get("/actions?etat=INCONNU&theme=NULLE&apres=999999").statusCode())
                .isEqualTo(200);
        assertThat(APP.signIn(APP.scene().nationalReader().account())
                        .get("/actions")
                        .statusCode())
                .isEqualTo(404);
    }

    private static int step(String action, String step, int version) {
        return visitor.post(action + "/etat", Map.of("step", step, "version", Integer.toString(version)))
                .statusCode();
    }
}
