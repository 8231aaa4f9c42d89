package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Uai;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A theme answered once for many, by its form alone: previewed, applied control by control, refused where it must be. */
class ThemeAnswersHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final Pattern SEEN = Pattern.compile("name=\"(seen\\.[A-Z]+-[0-9]+)\" value=\"([^\"]+)\"");

    private static Principal person;
    private static Visitor agent;

    @BeforeAll
    static void people() {
        person = APP.scene().agent();
        agent = APP.signIn(person.account());
    }

    @Test
    void answers_a_theme_keeps_own_answers_and_goes_on_to_the_next() {
        save(Scene.COLLEGE, "ACC-01", Verdict.NON_CONFORME);
        assertThat(agent.get("/reponses-communes").body())
                .contains("/reponses-communes/themes/ACC?campagne=")
                .contains("manque à 3 établissements");
        assertThat(agent.get("/reponses-communes/themes/ACC").body())
                .contains("manque à 2 établissements")
                .contains("verdict.ACC-02");
        Map<String, String> form = form(Map.of("verdict.ACC-01", "CONFORME", "verdict.ACC-02", "PARTIEL"));
        HttpResponse<String> preview = agent.post("/reponses-communes/themes/ACC", form);
        assertThat(preview.body()).contains("Enregistrer 5 réponses").contains("a sa propre réponse, gardée");
        HttpResponse<String> applied = apply("ACC", form, preview);
        assertThat(applied.statusCode()).isEqualTo(303);
        String next = applied.headers().firstValue("Location").orElseThrow();
        assertThat(next).contains("/themes/").doesNotContain("/themes/ACC");
        assertThat(agent.get(next).body()).contains("5 réponses enregistrées.");
        assertThat(verdict(Scene.COLLEGE, "ACC-01")).isEqualTo(Verdict.NON_CONFORME);
        assertThat(verdict(Scene.SECOND_COLLEGE, "ACC-01")).isEqualTo(Verdict.CONFORME);
        assertThat(agent.get("/reponses-communes").body()).contains("complet");
    }

    @Test
    void saves_what_still_holds_and_shows_the_rest_anew() {
        Map<String, String> form = form(Map.of("verdict.SAU-01", "CONFORME", "verdict.SAU-02", "PARTIEL"));
        HttpResponse<String> preview = agent.post("/reponses-communes/themes/SAU", form);
        save(Scene.SECOND_COLLEGE, "SAU-02", Verdict.NON_CONFORME);
        HttpResponse<String> stale = apply("SAU", form, preview);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("3 réponses enregistrées.")
                .contains("Enregistrer 2 réponses")
                .contains("SAU-02");
        assertThat(verdict(Scene.COLLEGE, "SAU-01")).isEqualTo(Verdict.CONFORME);
        assertThat(verdict(Scene.COLLEGE, "SAU-02")).isNull();
        assertThat(apply("SAU", form, stale).statusCode()).isEqualTo(303);
        assertThat(verdict(Scene.SECOND_COLLEGE, "SAU-02")).isEqualTo(Verdict.NON_CONFORME);
    }

    @Test
    void brings_the_form_back_with_what_is_to_be_corrected() {
        HttpResponse<String> nothing = agent.post("/reponses-communes/themes/PAT", form(Map.of()));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Répondez à une mesure au moins");
        HttpResponse<String> reason =
                agent.post("/reponses-communes/themes/PAT", form(Map.of("verdict.PAT-01", "NON_APPLICABLE")));
        assertThat(reason.statusCode()).isEqualTo(422);
        assertThat(reason.body()).contains("sans objet").contains("comment.PAT-01");
        Map<String, String> again = form(Map.of("verdict.PAT-01", "PARTIEL", "edit", "1"));
        assertThat(agent.post("/reponses-communes/themes/PAT", again).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tells_others_the_same_as_of_an_unknown_theme() {
        Visitor town = APP.signIn(APP.scene().townAgent().account());
        Map<String, String> stolen = form(Map.of("verdict.GOV-01", "PARTIEL"));
        assertThat(town.post("/reponses-communes/themes/GOV", stolen).statusCode())
                .isEqualTo(404);
        assertThat(town.post("/reponses-communes/themes/GOV/application", stolen)
                        .statusCode())
                .isEqualTo(404);
        assertThat(agent.get("/reponses-communes/themes/ZZZ").statusCode()).isEqualTo(404);
        assertThat(agent.get("/reponses-communes/themes/GOV?groupe=WRONG").statusCode())
                .isEqualTo(404);
    }

    @Test
    void lists_the_schools_that_the_form_of_a_control_counts() {
        Visitor state = APP.signIn(APP.scene().stateAgent().account());
        String counted = "Vous répondez pour 1 établissement";
        assertThat(state.get("/reponses-communes/mesures/ACC-03").body())
                .contains(counted)
                .contains("/reponses-communes/mesures/ACC-03/etablissements");
        assertThat(state.get("/reponses-communes/mesures/ACC-03/etablissements").body())
                .contains(counted)
                .contains("CIO des Trois-Vallées")
                .doesNotContain("Collège");
    }

    private static HttpResponse<String> apply(String theme, Map<String, String> form, HttpResponse<String> preview) {
        Map<String, String> sent = new HashMap<>(form);
        Matcher found = SEEN.matcher(preview.body());
        while (found.find()) {
            sent.put(found.group(1), found.group(2));
        }
        return agent.post("/reponses-communes/themes/" + theme + "/application", sent);
    }

    private static Map<String, String> form(Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("campagne", APP.scene().campaign.toString());
        form.put("unite", Scene.VALLEYS.toString());
        form.put("set", "ALL");
        return form;
    }

    private static void save(Uai school, String control, Verdict verdict) {
        APP.scene()
                .answers
                .save(person, APP.scene().audit(school), Scene.control(control), 0, new NewAnswer(verdict, null));
    }

    private static Verdict verdict(Uai school, String control) {
        return APP.scene()
                .audits
                .control(person, APP.scene().audit(school), Scene.control(control))
                .cell()
                .verdict();
    }
}
