package fr.preau.succession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use cases « décider de ce que l'annuaire a changé » and « une collectivité est remplacée », page by page. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuccessionHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static final String PAGE = "/unites/" + Scene.TOWN + "/succession";
    private static Scene scene;
    private static Visitor nation;
    private static Visitor academy;
    private static Visitor town;

    @BeforeAll
    static void stage() {
        scene = APP.scene();
        nation = APP.signIn(scene.administrator().account());
        academy = visitor("De l’académie", Scene.ACADEMY);
        town = visitor("De la commune", Scene.TOWN);
        APP.postgres().owner().useHandle(tx -> {
            tx.execute("INSERT INTO directory_import (file_name, sha256, at, account, counts)"
                    + " VALUES ('a.csv', repeat('0', 64), '2026-11-20T08:00:00Z', 0, '{}')");
            tx.execute("INSERT INTO pending_decision (import, kind, uai, collectivity, successor) VALUES"
                    + " (1, 'ABSENT', '" + Scene.OTHER_SCHOOL + "', NULL, NULL),"
                    + " (1, 'ABSENT', '" + Scene.FAR_SCHOOL + "', NULL, NULL),"
                    + " (1, 'CLOSED', '" + Scene.COLLEGE + "', NULL, NULL),"
                    + " (1, 'MOVED', '" + Scene.SECOND_COLLEGE + "', '35902', '800000013'),"
                    + " (1, 'MERGED', NULL, '35901', '35902')");
        });
    }

    private static Visitor visitor(String name, UnitId unit) {
        Principal person = scene.person(name, unit, new Grant(Role.ADMINISTRATOR, unit));
        return APP.signIn(person.account());
    }

    @Test
    @Order(1)
    void each_sees_the_questions_of_their_units_with_the_page_where_one_decides() {
        assertThat(nation.get("/campagnes").body()).contains("/a-decider");
        assertThat(nation.get("/a-decider").body())
                .contains("5 questions attendent", "Montrelay → Cormerel", "Décider de son remplacement")
                .contains(PAGE, "/campagnes/" + scene.campaign + "/effectif", "École Les Embruns");
        assertThat(academy.get("/a-decider").body())
                .contains("3 questions attendent", "École Beau-Soleil")
                .doesNotContain("École Les Embruns", "Montrelay → Cormerel", "/effectif");
        assertThat(town.get("/a-decider").body())
                .contains("1 question attend", "La décision revient à qui administre les deux");
        assertThat(APP.signIn(scene.agent().account()).get("/a-decider").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void closes_a_question_once_with_a_reason_and_within_ones_units() {
        String far = id("ABSENT", Scene.FAR_SCHOOL.value());
        String near = id("ABSENT", Scene.OTHER_SCHOOL.value());
        assertThat(academy.post("/a-decider", Map.of("kind", "ABSENT", "question", near))
                        .body())
                .contains("Écrivez la raison");
        Map<String, String> other = Map.of("kind", "ABSENT", "question", far, "reason-ABSENT", "D’ailleurs");
        assertThat(academy.post("/a-decider", other).statusCode()).isEqualTo(409);
        Map<String, String> merger =
                Map.of("kind", "MERGED", "question", id("MERGED", null), "reason-MERGED", "Pas à nous");
        assertThat(town.post("/a-decider", merger).statusCode()).isEqualTo(409);
        Map<String, String> closing =
                Map.of("kind", "ABSENT", "question", near, "reason-ABSENT", "Fermée en juillet", "close", "1");
        HttpResponse<String> done = academy.post("/a-decider", closing);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(academy.get("/a-decider?classees=1").body()).contains("1 question classée", "2 questions attendent");
        assertThat(academy.post("/a-decider", closing).body()).contains("Quelqu’un vient d’en décider");
        assertThat(nation.get("/campagnes/" + scene.campaign + "/effectif").body())
                .as("the roster asks what becomes of its audit")
                .contains("École Beau-Soleil");
    }

    @Test
    @Order(3)
    void previews_then_replaces_and_both_pages_say_so() {
        assertThat(nation.get("/unites/" + Scene.TOWN).body()).contains(PAGE);
        assertThat(nation.get(PAGE).body()).contains("Par quelle collectivité").doesNotContain("Confirmer");
        assertThat(nation.get(PAGE + "?par=35902&jour=").statusCode()).isEqualTo(422);
        assertThat(nation.get(PAGE + "?par=35901&jour=2026-11-01").body()).contains("Choisissez une autre");
        assertThat(nation.get(PAGE + "?par=35902&jour=2027-11-01").body()).contains("Choisissez un jour entre");
        String preview = nation.get(PAGE + "?par=Cormerel&jour=2026-11-01").body();
        assertThat(preview)
                .contains("Montrelay est remplacée par Cormerel", "1 établissement change de collectivité")
                .contains("1 audit ouvert suit", "1 droit passe", "1 compte change d’employeur");
        String seen = preview.replaceAll("(?s).*name=\"vu\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> bare = Map.of("par", "35902", "jour", "2026-11-01", "vu", seen);
        assertThat(nation.post(PAGE, bare).body()).contains("Écrivez la raison", "Confirmer le remplacement");
        Map<String, String> sent =
                Map.of("par", "35902", "jour", "2026-11-01", "vu", seen, "reason", "Arrêté préfectoral");
        for (Visitor without : new Visitor[] {academy, APP.signIn(scene.agent().account())}) {
            assertThat(without.get(PAGE).statusCode()).isEqualTo(404);
            assertThat(without.post(PAGE, sent).statusCode()).isEqualTo(404);
        }
        assertThat(town.post(PAGE, sent).body())
                .as("the successor lies outside their units: like one that is unknown")
                .contains("Aucune unité ne répond");
        assertThat(nation.post(PAGE, sent).statusCode()).isEqualTo(303);
        assertThat(nation.get(PAGE).body()).contains("Remplacée par Cormerel", "Arrêté préfectoral", "Ce qui a suivi");
        assertThat(nation.post(PAGE, sent).body()).contains("déjà remplacée par Cormerel");
        assertThat(nation.get("/unites/" + Scene.TOWN).body())
                .contains("Remplacée par Cormerel depuis le 1")
                .doesNotContain(PAGE);
        Visitor successor = visitor("De la nouvelle", Scene.OTHER_TOWN);
        assertThat(successor.get("/unites/" + Scene.TOWN).body()).contains("Remplacée par Cormerel");
        assertThat(academy.get("/unites/" + Scene.TOWN).body()).contains("Remplacée par Cormerel");
        assertThat(visitor("D’ailleurs", Scene.FAR_TOWN)
                        .get("/unites/" + Scene.TOWN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(nation.get("/a-decider").body()).doesNotContain("Montrelay → Cormerel");
    }

    private static String id(String kind, String uai) {
        return APP.postgres()
                .owner()
                .withHandle(tx -> tx.createQuery("SELECT id FROM pending_decision WHERE kind = :kind"
                                + " AND uai IS NOT DISTINCT FROM CAST(:uai AS text)")
                        .bind("kind", kind)
                        .bind("uai", uai)
                        .mapTo(String.class)
                        .one());
    }
}
