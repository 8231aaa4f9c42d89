package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.NewToken;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.audit.OpinionKind;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import fr.preau.review.NewOpinion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « read the figures », page by page. */
class DashboardHttpTest {
    @RegisterExtension
    static final App APP = new App();

    @Test
    void leads_everyone_to_their_own_figures() {
        Scene scene = APP.scene();
        assertThat(target(scene.agent())).isEqualTo("/unites/collectivite-800000013");
        assertThat(target(scene.reviewer())).isEqualTo("/unites/academie-14");
        assertThat(target(scene.nationalReader())).isEqualTo("/unites/nation");
        assertThat(target(scene.head())).isEqualTo("/reference");
    }

    @Test
    void says_in_the_bar_where_one_is() {
        Visitor reviewer = APP.signIn(APP.scene().reviewer().account());
        assertThat(reviewer.get("/unites/academie-14/ecarts").body())
                .contains("href=\"/chiffres\" aria-current=\"page\"");
        assertThat(reviewer.get("/echantillons").body()).contains("href=\"/revue\" aria-current=\"page\"");
    }

    @Test
    void shows_progress_then_figures_once_an_audit_is_handed_in() {
        Scene scene = APP.scene();
        Principal agent = scene.townAgent();
        Visitor visitor = APP.signIn(agent.account());
        assertThat(visitor.get("/unites/collectivite-35901").body())
                .contains("Aucun audit n’est encore rendu", "École Le Grand-Pré", "Montrelay");
        AuditId audit = scene.audit(Scene.SCHOOL);
        scene.answerAll(agent, audit, Verdict.CONFORME);
        scene.reviews.submit(agent, audit);
        assertThat(visitor.get("/unites/collectivite-35901").body())
                .contains("toutes les exigences comptées sont tenues", "100\u00a0%", "1 rendu sur 1 attendu");
        assertThat(visitor.get("/unites/collectivite-35901", "Accept-Language", "en")
                        .body())
                .contains("every requirement that counts is met");
        Visitor ministry = APP.signIn(scene.nationalReader().account());
        assertThat(ministry.get("/unites/nation").body())
                .contains("Académie de Rennes", "Carte des académies")
                .as("no académie of this country is a tile")
                .doesNotContain("Outre-mer et Paris");
        assertThat(ministry.get("/unites/collectivite-35901").body()).doesNotContain("École Le Grand-Pré");
    }

    @Test
    void is_not_found_outside_ones_units() {
        Visitor agent = APP.signIn(APP.scene().townAgent().account());
        for (String unit : List.of(
                "nation", "academie-14", "departement-35", "collectivite-35902", "collectivite-99999", "rien", "x-1")) {
            assertThat(agent.get("/unites/" + unit).statusCode()).as(unit).isEqualTo(404);
        }
        assertThat(agent.get("/unites/collectivite-35901?campagne=9999").statusCode())
                .isEqualTo(404);
        assertThat(APP.signIn(APP.scene().head().account())
                        .get("/unites/etablissement-" + Scene.COLLEGE)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void hands_each_view_over_as_csv_ods_and_json() throws Exception {
        Visitor reviewer = APP.signIn(APP.scene().reviewer().account());
        for (String view :
                List.of("chiffres", "ecarts", "mesures", "repartition", "evolution", "comparaison", "mesure")) {
            String path = "/unites/academie-14/fichiers/" + view;
            String query = "?mesure=SAU-02&par=TYPES&avec=ECOLE&avec=COLLEGE";
            String csv = reviewer.get(path + ".csv" + query).body();
            assertThat(csv).as(view).startsWith("\ufeff").contains(";");
            JsonNode json = new ObjectMapper()
                    .readTree(reviewer.get(path + ".json" + query).body());
            assertThat(json.get("unit").asText()).isEqualTo("academie-14");
            assertThat(json.get("reading").asText()).isEqualTo("declared");
            assertThat(json.get("rows").size()).as(view).isEqualTo(csv.strip().split("\r\n").length - 1);
            byte[] ods = reviewer.download(path + ".ods" + query).body();
            String content = content(ods);
            assertThat(content).contains("office:value-type=\"string\"", "Données fictives");
            if (view.equals("ecarts")) {
                assertThat(json.get("rows").get(0).get("expected").isNumber()).isTrue();
                assertThat(content).contains("office:value-type=\"float\" office:value=\"6\"");
            }
        }
        for (String wrong : List.of("ecarts.pdf", "rien.csv", "ecarts", ".csv")) {
            assertThat(reviewer.get("/unites/academie-14/fichiers/" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(404);
        }
        assertThat(reviewer.get("/unites/academie-17/fichiers/ecarts.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void says_the_reading_in_pages_files_and_api_and_shows_no_draft() throws Exception {
        Scene scene = APP.scene();
        AuditId audit = scene.audit(Scene.COLLEGE);
        ControlCode control = Scene.control("SAU-02");
        scene.answerAll(scene.agent(), audit, Verdict.CONFORME);
        scene.reviews.submit(scene.agent(), audit);
        Principal reviewer = scene.reviewer();
        scene.opinions.give(
                reviewer, audit, control, 0, new NewOpinion(OpinionKind.CONTESTED, Verdict.NON_CONFORME, "Vu"));
        scene.reviews.validate(reviewer, audit);
        Visitor visitor = APP.signIn(reviewer.account());
        String unit = "/unites/collectivite-800000013";
        assertThat(visitor.get(unit + "?lecture=REVIEWED").body()).contains("Conformité après revue");
        JsonNode file = json(visitor, unit + "/fichiers/chiffres.json?lecture=REVIEWED");
        assertThat(file.get("reading").asText()).isEqualTo("reviewed");
        assertThat(file.get("rows").get(0).get("failing").asInt()).isEqualTo(1);
        assertThat(visitor.get(unit + "/fichiers/chiffres.csv?lecture=REVIEWED").body())
                .contains("Conformité après revue");
        assertThat(content(visitor.download(unit + "/fichiers/chiffres.ods?lecture=REVIEWED")
                        .body()))
                .contains("lecture après revue");
        String token = APP.services()
                .access()
                .tokens()
                .issue(Actor.SYSTEM, reviewer.account(), new NewToken("essai", Scope.READ, 1))
                .text();
        String[] bearer = {"Authorization", "Bearer " + token};
        String api = "/api/v1/units/collectivite-800000013/figures";
        assertThat(json(visitor, api, bearer).at("/total/failing").asInt(9)).isZero();
        JsonNode reviewed = json(visitor, api + "?reading=REVIEWED", bearer);
        assertThat(reviewed.at("/total/failing").asInt()).isEqualTo(1);
        assertThat(reviewed.get("reading").asText()).isEqualTo("REVIEWED");
        assertThat(visitor.get(api + "?reading=DRAFT", bearer).statusCode()).isEqualTo(404);
    }

    private static JsonNode json(Visitor visitor, String path, String... headers) throws Exception {
        return new ObjectMapper().readTree(visitor.get(path, headers).body());
    }

    private static String content(byte[] ods) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalStateException("no content in the file");
    }

    @Test
    void shows_the_reference_figures_to_everyone_with_small_groups_hidden() {
        for (Principal person :
                List.of(APP.scene().head(), APP.scene().agent(), APP.scene().nationalReader())) {
            assertThat(APP.signIn(person.account()).get("/reference").body())
                    .contains("France entière", "masqué", "moins de 5 établissements ou de 3 collectivités");
        }
    }

    private static String target(Principal person) {
        return APP.signIn(person.account())
                .get("/chiffres")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
