package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.CampaignId;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Shared answers and labels over HTTP: the pages of an agent, what is refused, what others don't find. */
class SharedHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{32})\"");

    private static Principal person;
    private static Visitor agent;
    private static Visitor town;

    @BeforeAll
    static void people() {
        person = APP.scene().agent();
        agent = APP.signIn(person.account());
        town = APP.signIn(APP.scene().townAgent().account());
    }

    @Test
    void answers_for_all_after_a_preview_and_takes_it_back() {
        assertThat(agent.get("/etablissements").body()).contains("/reponses-communes?campagne=");
        assertThat(agent.get("/reponses-communes").body())
                .contains("Vous répondez pour 3 établissements")
                // Of this unit alone, whatever else they answer for.
                .contains("/etablissements?campagne=" + APP.scene().campaign + "&amp;unite=" + Scene.VALLEYS)
                .contains("/reponses-communes/mesures/SAU-02")
                .contains("0 sur 3");
        assertThat(agent.get("/reponses-communes/mesures/SAU-02").body()).contains("Ce qui est attendu");

        HttpResponse<String> preview = agent.post("/reponses-communes/mesures/SAU-02", form("ALL", "PARTIEL"));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("<b>3</b>").contains("Appliquer à 3 établissements");
        assertThat(agent.post("/reponses-communes/mesures/SAU-02/etablissements", form("ALL", "PARTIEL"))
                        .body())
                .contains("Vous répondez pour 3 établissements")
                .contains("Collège Les Tilleuls")
                .contains("Revenir à l’aperçu");
        HttpResponse<String> applied = apply("SAU-02", form("ALL", "PARTIEL"), seen(preview));
        assertThat(applied.statusCode()).isEqualTo(303);
        String page = applied.headers().firstValue("Location").orElseThrow();
        assertThat(agent.get(page).body()).contains("3 réponses enregistrées").contains("Annuler la dernière");

        String control = "/audits/" + APP.scene().audit(Scene.COLLEGE) + "/mesures/SAU-02";
        assertThat(agent.get(control).body())
                .contains("Réponse commune, Département des Trois-Vallées")
                .contains("voir la réponse commune");
        assertThat(APP.signIn(APP.scene().head().account()).get(control).body())
                .contains("Réponse commune, Département des Trois-Vallées")
                .doesNotContain("voir la réponse commune");

        String home = page.substring(0, page.indexOf('?'));
        assertThat(agent.get(home + "/etablissements?ou=FOLLOWS").body())
                .contains("3 établissements la suivent")
                .contains("Collège Les Tilleuls");
        assertThat(agent.get(home + "/etablissements?ou=EXCEPTION").body()).contains("Aucun établissement");
        assertThat(agent.post(home + "/annulation", Map.of()).statusCode()).isEqualTo(303);
        HttpResponse<String> twice = agent.post(home + "/annulation", Map.of());
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("Rien à annuler");
    }

    @Test
    void shows_the_fresh_preview_when_the_applied_one_no_longer_holds() {
        HttpResponse<String> preview = agent.post("/reponses-communes/mesures/SAU-01", form("ALL", "CONFORME"));
        APP.scene()
                .answers
                .save(
                        person,
                        APP.scene().audit(Scene.SECOND_COLLEGE),
                        Scene.control("SAU-01"),
                        0,
                        new NewAnswer(Verdict.NON_CONFORME, null));
        HttpResponse<String> stale = apply("SAU-01", form("ALL", "CONFORME"), seen(preview));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Rien n’est enregistré")
                .contains("Remplacer aussi cette réponse")
                .contains("Appliquer à 2 établissements, et à ceux");
        Map<String, String> ticked = form("ALL", "CONFORME");
        ticked.put("also", "OWN");
        assertThat(apply("SAU-01", ticked, seen(stale)).statusCode()).isEqualTo(303);
    }

    @Test
    void brings_the_form_back_with_what_is_to_be_corrected() {
        HttpResponse<String> none = agent.post("/reponses-communes/mesures/PAT-01", form("ALL", ""));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choisissez une réponse");
        HttpResponse<String> without = agent.post("/reponses-communes/mesures/PAT-01", form("ALL", "NON_APPLICABLE"));
        assertThat(without.body()).contains("sans objet");
        HttpResponse<String> list = agent.post("/reponses-communes/mesures/PAT-01", form("LIST", "CONFORME"));
        assertThat(list.statusCode()).isEqualTo(422);
        assertThat(list.body()).contains("Cochez au moins un établissement");
        APP.scene().at("2027-02-01T09:00:00Z");
        try {
            assertThat(APP.signIn(person.account())
                            .post("/reponses-communes/mesures/PAT-01", form("ALL", "CONFORME"))
                            .statusCode())
                    .isEqualTo(409);
        } finally {
            APP.scene().at("2026-11-23T09:00:00Z");
        }
    }

    @Test
    void tells_others_the_same_as_of_an_unknown_id() {
        HttpResponse<String> preview = agent.post("/reponses-communes/mesures/EQP-01", form("ALL", "PARTIEL"));
        String page = apply("EQP-01", form("ALL", "PARTIEL"), seen(preview))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String home = page.substring(0, page.indexOf('?'));
        HttpResponse<String> created = agent.post(
                "/reponses-communes/etiquettes", Map.of("unite", "collectivite-800000013", "name", "Infogérance"));
        String label = created.headers().firstValue("Location").orElseThrow();
        for (String path : new String[] {home, label, label + "/suppression"}) {
            assertThat(agent.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(town.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(town.post(home + "/annulation", Map.of()).statusCode()).isEqualTo(404);
        assertThat(town.post(label, Map.of("name", "Pris")).statusCode()).isEqualTo(404);
        assertThat(town.post(label + "/suppression", Map.of()).statusCode()).isEqualTo(404);
        assertThat(town.post("/reponses-communes/mesures/EQP-01", form("ALL", "PARTIEL"))
                        .statusCode())
                .isEqualTo(404);
        Map<String, String> stolen = form("LABEL-" + label.substring(label.lastIndexOf('/') + 1), "PARTIEL");
        stolen.put("unite", "collectivite-35901");
        assertThat(town.post("/reponses-communes/mesures/EQP-01", stolen).statusCode())
                .isEqualTo(404);
        assertThat(town.get("/reponses-communes?unite=collectivite-800000013").statusCode())
                .isEqualTo(404);
        assertThat(APP.signIn(APP.scene().reviewer().account())
                        .get("/reponses-communes")
                        .statusCode())
                .isEqualTo(404);
        for (String wrong :
                new String[] {"/reponses-communes/0", "/reponses-communes/x", "/reponses-communes/mesures/ZZZ-99"}) {
            assertThat(agent.get(wrong).statusCode()).as(wrong).isEqualTo(404);
        }
        assertThat(agent.post("/reponses-communes/mesures/EQP-01", form("WRONG", "PARTIEL"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void keeps_labels() {
        Map<String, String> named = Map.of("unite", "collectivite-800000013", "name", "Fibre");
        String label = agent.post("/reponses-communes/etiquettes", named)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(agent.post("/reponses-communes/etiquettes", named).statusCode())
                .isEqualTo(422);
        assertThat(agent.post(label, Map.of("name", "", "uai", Scene.COLLEGE.value()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(agent.post(label, Map.of("name", "Fibre noire", "uai", Scene.COLLEGE.value()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(agent.get("/reponses-communes/mesures/PAT-03").body())
                .contains("étiquette «\u00a0Fibre noire\u00a0»\u00a0: 1");
        assertThat(agent.post(label, Map.of("name", "Fibre", "uai", Scene.SCHOOL.value()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(agent.post(label + "/suppression", Map.of()).statusCode()).isEqualTo(303);
        assertThat(agent.get(label).statusCode()).isEqualTo(404);
    }

    @Test
    void lets_an_editor_add_the_missing_schools() {
        CampaignId campaign = APP.scene().campaign;
        Visitor admin = APP.signIn(APP.scene().administrator().account());
        assertThat(admin.get("/campagnes/" + campaign).body()).contains("Ajouter les établissements manquants");
        HttpResponse<String> done = admin.post("/campagnes/" + campaign + "/arrivees", Map.of());
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(agent.post("/campagnes/" + campaign + "/arrivees", Map.of()).statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> apply(String control, Map<String, String> form, String seen) {
        Map<String, String> sent = new HashMap<>(form);
        sent.put("seen", seen);
        return agent.post("/reponses-communes/mesures/" + control + "/application", sent);
    }

    private static String seen(HttpResponse<String> page) {
        Matcher found = SEEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static Map<String, String> form(String set, String verdict) {
        return new HashMap<>(Map.of(
                "campagne",
                APP.scene().campaign.toString(),
                "unite",
                "collectivite-800000013",
                "set",
                set,
                "verdict",
                verdict,
                "comment",
                ""));
    }
}
