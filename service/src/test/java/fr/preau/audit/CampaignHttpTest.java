package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « run a campaign », page by page. */
class CampaignHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final Map<String, String> RIGHT = Map.of(
            "name", "Rentrée 2027",
            "unit", "academie-14",
            "opensOn", "2027-02-01",
            "closesOn", "2027-04-30",
            "level.ECOLE", "1",
            "level.COLLEGE", "2");

    private static Visitor editor;

    @BeforeAll
    static void signIn() {
        Principal person = APP.scene().person("Éditrice", Scene.ACADEMY, new Grant(Role.EDITOR, Scene.ACADEMY));
        editor = APP.signIn(person.account());
    }

    @Test
    void prepares_a_campaign_and_opens_it_once() {
        assertThat(editor.get("/campagnes/nouvelle").body())
                .contains("Académie de Rennes", "DSDEN – Ille-et-Vilaine")
                .doesNotContain("Académie de Nantes");
        HttpResponse<String> prepared = editor.post("/campagnes", RIGHT);
        assertThat(prepared.statusCode()).isEqualTo(303);
        String campaign =
                prepared.headers().firstValue("Location").orElseThrow().replace("?fait=preparee", "");
        assertThat(editor.get(campaign).body()).contains("5 établissements attendus à l’ouverture");
        assertThat(APP.signIn(APP.scene().agent().account()).get(campaign).statusCode())
                .as("nobody else sees it before it is opened")
                .isEqualTo(404);
        assertThat(editor.get(campaign + "/ouverture").body()).contains("5 audits seront créés");
        assertThat(editor.post(campaign + "/ouverture", Map.of()).statusCode()).isEqualTo(303);
        HttpResponse<String> second = editor.post(campaign + "/ouverture", Map.of());
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Rentrée 2027 est déjà ouverte");
        assertThat(editor.get(campaign + "/ouverture").statusCode()).isEqualTo(409);
        HttpResponse<String> shown = APP.signIn(APP.scene().agent().account()).get(campaign + "?fait=ouverte");
        assertThat(shown.body()).contains("Aucun audit rendu sur 3 attendus").doesNotContain("Ouvrir la campagne");
        assertThat(editor.get("/campagnes").body()).contains("Rentrée 2027", "0 sur 5");
    }

    @Test
    void says_at_the_field_what_is_wrong_and_keeps_the_rest() {
        HttpResponse<String> order = editor.post("/campagnes", with("closesOn", "2027-01-31"));
        assertThat(order.statusCode()).isEqualTo(422);
        assertThat(order.body())
                .contains("id=\"closesOn-error\"", "La fermeture précède l’ouverture.", "value=\"Rentrée 2027\"");
        assertThat(editor.post("/campagnes", with("opensOn", "bientôt")).body()).contains("id=\"opensOn-error\"");
        assertThat(editor.post("/campagnes", with("unit", "nation")).body()).contains("id=\"unit-error\"");
        assertThat(editor.post("/campagnes", with("name", "x".repeat(81))).body())
                .contains("id=\"name-error\"");
        assertThat(editor.post("/campagnes", Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void refuses_to_open_a_campaign_over_no_school() {
        Map<String, String> lycees = new HashMap<>(RIGHT);
        lycees.putAll(Map.of("level.ECOLE", "0", "level.COLLEGE", "0", "level.LYCEE", "1"));
        String campaign = editor.post("/campagnes", lycees)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("?fait=preparee", "");
        assertThat(editor.get(campaign).body())
                .contains("Aucun établissement à l’ouverture")
                .doesNotContain(campaign + "/ouverture");
        HttpResponse<String> refused = editor.post(campaign + "/ouverture", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("ne compte aucun établissement");
        assertThat(editor.get(campaign).body()).as("still to be prepared").contains("En préparation");
    }

    @Test
    void lets_nobody_else_prepare_one() {
        Visitor agent = APP.signIn(APP.scene().agent().account());
        assertThat(agent.get("/campagnes/nouvelle").statusCode()).isEqualTo(404);
        assertThat(agent.post("/campagnes", RIGHT).statusCode()).isEqualTo(404);
        assertThat(agent.get("/campagnes/" + APP.scene().campaign).statusCode()).isEqualTo(200);
        assertThat(agent.get("/campagnes/abc").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> form = new HashMap<>(RIGHT);
        form.put(field, value);
        return form;
    }
}
