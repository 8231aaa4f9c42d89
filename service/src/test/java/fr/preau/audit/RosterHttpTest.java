package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.database.Database;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « decide what becomes of an audit whose school has moved », page by page. */
class RosterHttpTest {
    @RegisterExtension
    static final App APP = new App();

    @Test
    void decides_on_ticked_lines_with_a_reason_and_shows_what_was_decided() {
        Scene scene = APP.scene();
        Principal person = scene.person("Éditrice", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        Visitor editor = APP.signIn(person.account());
        String page = "/campagnes/" + scene.campaign + "/effectif";
        assertThat(editor.get("/campagnes/" + scene.campaign).body()).contains(page);
        assertThat(editor.get(page).body()).contains("7 audits attendus", "Rien n’attend de décision");
        scene.move(Scene.SCHOOL, Scene.OTHER_TOWN);
        assertThat(editor.get(page).body())
                .contains("1 audit attend une décision", "École Le Grand-Pré", "Montrelay", "Cormerel");
        String ticket = scene.audit(Scene.SCHOOL) + ":" + Scene.OTHER_TOWN.code();
        HttpResponse<String> bare = editor.post(page, Map.of("kind", "MOVED", "audit", ticket, "follow", "1"));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(bare.body())
                .contains("Écrivez la raison", "checked")
                .doesNotContain("Cochez au moins un établissement");
        assertThat(editor.post(page, Map.of("kind", "MOVED", "follow", "1")).body())
                .contains("Cochez au moins un établissement");
        HttpResponse<String> done = editor.post(
                page, Map.of("kind", "MOVED", "audit", ticket, "follow", "1", "reason-MOVED", "Nouvelle commune"));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(editor.get(done.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Décision prise pour 1 audit", "Nouvelle commune", "Montrelay → Cormerel");
        HttpResponse<String> again =
                editor.post(page, Map.of("kind", "MOVED", "audit", ticket, "follow", "1", "reason-MOVED", "Encore"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("quelqu’un vient d’en décider");
        assertThat(editor.post(page, Map.of("kind", "OTHER")).statusCode()).isEqualTo(404);
        assertThat(APP.signIn(scene.agent().account()).get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void a_school_that_another_absorbs_leaves_the_roster_stays_readable_and_says_where() {
        Scene scene = APP.scene();
        Principal person = scene.person("Éditrice des fusions", UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        Visitor editor = APP.signIn(person.account());
        Visitor agent = APP.signIn(scene.agent().account());
        String page = "/campagnes/" + scene.campaign + "/effectif";
        APP.postgres()
                .owner()
                .useHandle(tx ->
                        tx.execute("UPDATE school SET state = 'CLOSED' WHERE uai = ?", Scene.THIRD_COLLEGE.value()));
        String ticket = scene.audit(Scene.THIRD_COLLEGE) + ":" + Scene.VALLEYS.code();
        for (String wrong : List.of("8000001X", Scene.THIRD_COLLEGE.value())) {
            HttpResponse<String> refused = editor.post(page, with(ticket, wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(refused.body())
                    .contains("n’est pas celui d’un établissement ouvert et attendu", "value=\"" + wrong + "\"");
        }
        assertThat(editor.post(page, with(ticket, Scene.SECOND_COLLEGE.value())).statusCode())
                .isEqualTo(303);
        assertThat(editor.get(page).body())
                .contains("Fusionné dans Collège Les Tilleuls", "Fusion à la rentrée", "6 audits attendus");
        assertThat(agent.get("/audits/" + scene.audit(Scene.THIRD_COLLEGE)).statusCode())
                .as("still readable")
                .isEqualTo(200);
        assertThat(new KeptFigures(new Database(APP.postgres().owner(), scene.clock)).difference())
                .isEmpty();
    }

    private static Map<String, String> with(String ticket, String absorber) {
        return Map.of(
                "kind",
                "CLOSED",
                "audit",
                ticket,
                "follow",
                "1",
                "absorbed",
                absorber,
                "reason-CLOSED",
                "Fusion à la rentrée");
    }
}
