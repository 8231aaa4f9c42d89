package fr.preau.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « read my queue by parts »: what one has chosen, ticked or typed comes along from page to page. */
class QueueHttpTest {
    @RegisterExtension
    static final App APP = new App();

    private static Scene scene;
    private static Principal person;
    private static Visitor reviewer;
    private static CampaignId campaign;
    private static AuditId first;
    private static AuditId second;

    @BeforeAll
    static void submit() {
        scene = APP.scene();
        campaign = scene.campaign("Par parts", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        Principal agent = scene.agent();
        for (Uai school : List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE)) {
            scene.answerAll(agent, scene.audit(campaign, school), Verdict.CONFORME);
            scene.reviews.submit(agent, scene.audit(campaign, school));
        }
        first = scene.audit(campaign, Scene.COLLEGE);
        second = scene.audit(campaign, Scene.SECOND_COLLEGE);
        person = scene.reviewer();
        reviewer = APP.signIn(person.account());
    }

    @Test
    void keeps_a_campaign_and_a_unit_across_orders_and_on_the_way_to_the_decision_and_back() {
        String chosen = "campagne=" + campaign + "&amp;unite=" + Scene.VALLEYS;
        String queue = reviewer.get("/revue?campagne=" + campaign + "&unite=" + Scene.VALLEYS)
                .body();
        assertThat(queue)
                .contains(
                        "/revue?ordre=faiblesse&amp;" + chosen,
                        "/audits/" + first + "/revue?" + chosen,
                        "/revue/ensemble?" + chosen,
                        "Département des Trois-Vallées</option>");
        assertThat(reviewer.get("/audits/" + first + "/revue?campagne=" + campaign)
                        .body())
                .contains("name=\"campagne\" value=\"" + campaign + "\"", "href=\"/revue?campagne=" + campaign);
        assertThat(reviewer.get("/revue?campagne=" + scene.campaign).body()).contains("Rien n’attend");
        for (String outside :
                List.of("unite=academie-17", "unite=nation", "unite=x", "campagne=999999", "campagne=x")) {
            assertThat(reviewer.get("/revue?" + outside).statusCode())
                    .as(outside)
                    .isEqualTo(404);
            assertThat(reviewer.get("/revue/ensemble?" + outside).statusCode())
                    .as(outside)
                    .isEqualTo(404);
        }
    }

    @Test
    void takes_what_was_typed_along_to_another_look() {
        String page = "/audits/" + first + "/revue";
        assertThat(reviewer.get(page).body())
                .contains("name=\"regarder\" value=\"tout\"")
                .contains("formaction=\"" + page + "\"");
        HttpResponse<String> look =
                reviewer.post(page, Map.of("voir", "socle", "regarder", "tout", "reason.SAU-02", "Où est la copie ?"));
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.body()).contains("Où est la copie ?", "name=\"voir\" value=\"tout\"");
        assertThat(scene.audits.view(person, first).audit().state()).isEqualTo(AuditState.SUBMITTED);
    }

    @Test
    void turns_the_ticks_of_a_collectivity_and_leaves_the_others() {
        String page = "/revue/ensemble?campagne=" + campaign;
        assertThat(reviewer.get(page).body())
                .contains(
                        "Département des Trois-Vallées",
                        "2\u00a0audits",
                        "Tout décocher",
                        ticked(first),
                        ticked(second));
        String code = Scene.VALLEYS.code();
        String none = turned(page, "-" + code);
        assertThat(none).contains("Tout cocher").doesNotContain(ticked(first), ticked(second));
        assertThat(turned(page, "+" + code)).contains(ticked(first), ticked(second));
        assertThat(turned(page, "+44901"))
                .as("another's button")
                .contains(ticked(first))
                .doesNotContain(ticked(second));
        assertThat(scene.audits.view(person, first).audit().state())
                .as("a button of a group decides nothing")
                .isEqualTo(AuditState.SUBMITTED);
    }

    private static String turned(String page, String turn) {
        return reviewer.post(page, Map.of("audit", first.toString(), "groupe", turn))
                .body();
    }

    private static String ticked(AuditId audit) {
        return "value=\"" + audit + "\" checked";
    }
}
