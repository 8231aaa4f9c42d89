package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.web.Browser;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ministry's reviewer comes from the nation down to one school; its reader stops at groups of five schools. */
class MinistryReadsFiguresWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final List<String> VIEWS =
            List.of("", "/ecarts", "/mesures", "/repartition", "/evolution", "/comparaison", "/mesures/SAU-02");

    @BeforeAll
    static void stage() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        for (Uai school : List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE)) {
            render(agent, school, Verdict.PARTIEL);
        }
        render(scene.townAgent(), Scene.SCHOOL, Verdict.CONFORME);
        render(agentOf(Scene.OTHER_TOWN), Scene.OTHER_SCHOOL, Verdict.NON_CONFORME);
        render(agentOf(Scene.FAR_TOWN), Scene.FAR_SCHOOL, Verdict.CONFORME);
    }

    @Test
    void a_national_reviewer_comes_to_one_school_in_four_clicks() {
        Principal reviewer =
                APP.scene().person("Revue nationale", UnitId.NATION, new Grant(Role.REVIEWER, UnitId.NATION));
        Walker walker = Walker.withoutScripts(APP, BROWSER, reviewer).goesTo("/unites/nation");
        walker.is("France entière, en chiffres").meetsNoBarrier();
        walker.follows("Académie de Rennes").is("Académie de Rennes, en chiffres");
        walker.follows("DSDEN – Ille-et-Vilaine");
        walker.page().locator("#etats ~ .states a").first().click();
        walker.is("Établissements").meetsNoBarrier();
        walker.follows("Collège Les Tilleuls").reads("Collège Les Tilleuls");
        for (String view : VIEWS) {
            walker.goesTo("/unites/academie-14" + view).meetsNoBarrier();
            Browser.shot(walker.page(), "figures" + view.replace('/', '-'), 1440);
            Browser.shot(walker.page(), "figures" + view.replace('/', '-'), 320);
        }
        walker.goesTo("/unites/academie-14/mesures?niveau=1&partie=PARTAGE").meetsNoBarrier();
        walker.page().locator("main .missed .big a").first().click();
        walker.is("Établissements").reads("rien de tenu");
    }

    @Test
    void the_map_leads_to_an_academie_and_the_reading_goes_along() {
        Principal reviewer =
                APP.scene().person("Revue des cartes", UnitId.NATION, new Grant(Role.REVIEWER, UnitId.NATION));
        Walker walker = Walker.withoutScripts(APP, BROWSER, reviewer).goesTo("/unites/nation");
        walker.follows("après revue").reads("Conformité après revue").meetsNoBarrier();
        walker.page().locator(".map svg a[aria-label^='Académie de Rennes']").press("Enter");
        walker.is("Académie de Rennes, en chiffres").reads("Conformité après revue");
        walker.goesTo("/unites/academie-14/mesures?lecture=REVIEWED");
        walker.page().locator("main .missed .big a").first().click();
        walker.is("Établissements").reads("Conformité après revue, une fois l’audit rendu.");
        walker.follows("déclarée")
                .reads("Conformité déclarée, une fois l’audit rendu.")
                .reads("rien de tenu");
    }

    @Test
    void a_national_reader_stops_at_groups_of_five_schools() {
        Walker walker = Walker.withoutScripts(APP, BROWSER, APP.scene().nationalReader());
        walker.goesTo("/unites/nation").reads("masqué").meetsNoBarrier();
        walker.goesTo("/unites/departement-35").reads("6");
        assertThat(walker.page().locator("main a[href*='/etablissements']").count())
                .as("no list of schools")
                .isZero();
        walker.follows("Département des Trois-Vallées")
                .reads("Trop peu d’établissements")
                .meetsNoBarrier();
        for (String view : VIEWS) {
            walker.goesTo("/unites/nation" + view).meetsNoBarrier();
            assertThat(walker.page().locator("main").innerText()).doesNotContain("Tilleuls");
        }
    }

    private static Principal agentOf(UnitId unit) {
        return APP.scene().person("Agente de " + unit, unit, new Grant(Role.AGENT, unit));
    }

    private static void render(Principal agent, Uai school, Verdict verdict) {
        Scene scene = APP.scene();
        scene.answerAll(agent, scene.audit(school), verdict);
        scene.reviews.submit(agent, scene.audit(school));
    }
}
