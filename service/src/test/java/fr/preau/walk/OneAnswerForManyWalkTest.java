package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A département's agent answers a control once for all collèges, lets one be an exception, changes, takes back. */
class OneAnswerForManyWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String CONTROL = "/mesures/SAU-02";

    @Test
    void answers_once_for_all_schools_and_leaves_one_its_own_answer() {
        Principal agent = APP.scene().agent();
        Walker walker = Walker.of(APP, BROWSER, agent);
        walker.goesTo("/etablissements").follows("Répondre une fois pour plusieurs établissements");
        walker.is("Réponses communes")
                .reads("Vous répondez pour 3 établissements")
                .meetsNoBarrier();
        labels(walker);
        walker.goesTo("/reponses-communes")
                .page()
                .locator("a[href*='SAU-02']")
                .first()
                .click();
        walker.reads("Vous répondez pour 3 établissements").meetsNoBarrier();
        walker.chooses("PARTIEL").comments("Un disque par collège, débranché le vendredi.");
        walker.presses("Voir l’aperçu").is("Aperçu d’une réponse commune").meetsNoBarrier();
        walker.page().locator(".for summary").click();
        walker.reads("Reçoit cette réponse").meetsNoBarrier();
        walker.presses("Appliquer à 3 établissements")
                .isTold("3 réponses enregistrées")
                .meetsNoBarrier();

        exception(walker);

        walker.goesTo("/reponses-communes").page().locator(".flush a").first().click();
        walker.reads("1 exception").reads("Le disque a été volé.").meetsNoBarrier();
        walker.follows("Changer la réponse").chooses("CONFORME").presses("Voir l’aperçu");
        walker.reads("Remplacer aussi cette réponse").meetsNoBarrier();
        walker.presses("Appliquer à 2 établissements, et à ceux que vous cochez")
                .isTold("2 réponses");
        assertThat(verdict(agent, Scene.COLLEGE)).isEqualTo(Verdict.NON_CONFORME);
        assertThat(verdict(agent, Scene.SECOND_COLLEGE)).isEqualTo(Verdict.CONFORME);
        walker.presses("Annuler la dernière application").isTold("2 réponses sont revenues");
        assertThat(verdict(agent, Scene.SECOND_COLLEGE)).isEqualTo(Verdict.PARTIEL);

        walker.goesTo("/audits/" + APP.scene().audit(Scene.COLLEGE) + CONTROL).presses("Revenir à la réponse commune");
        walker.reads("Réponse commune, Département des Trois-Vallées");
        assertThat(verdict(agent, Scene.COLLEGE)).isEqualTo(Verdict.PARTIEL);
    }

    private static void labels(Walker walker) {
        walker.follows("Étiquettes").is("Étiquettes").meetsNoBarrier();
        walker.page().locator("#name").fill("Sites sous infogérance");
        walker.presses("Créer l’étiquette").is("Sites sous infogérance").meetsNoBarrier();
        walker.page().locator("input[name=uai]").first().check();
        walker.presses("Enregistrer l’étiquette")
                .isTold("Étiquette enregistrée")
                .reads("1 établissement");
    }

    /** Choosing saves at once where scripts run: without a reason the page asks for one. */
    private static void exception(Walker walker) {
        walker.goesTo("/audits/" + APP.scene().audit(Scene.COLLEGE) + CONTROL);
        walker.reads("Réponse commune, Département des Trois-Vallées").meetsNoBarrier();
        walker.chooses("NON_CONFORME").reads("Écrivez la raison de l’exception");
        walker.comments("Le disque a été volé.").presses("Enregistrer");
        walker.reads("Exception à la réponse commune").meetsNoBarrier();
    }

    private static Verdict verdict(Principal agent, fr.preau.kernel.Uai school) {
        return APP.scene()
                .audits
                .control(agent, APP.scene().audit(school), Scene.control("SAU-02"))
                .cell()
                .verdict();
    }
}
