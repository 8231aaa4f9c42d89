package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.UnitId;
import fr.preau.shared.Proposal;
import fr.preau.shared.SchoolSet;
import fr.preau.shared.SharedServices;
import fr.preau.succession.NewSuccession;
import fr.preau.succession.Successions;
import fr.preau.web.Browser;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A commune has replaced another: its agent takes over, without scripts, what the former had given for many. */
class ReplacedCollectivityWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void takes_over_what_the_former_has_left_in_one_gesture() {
        Scene scene = APP.scene();
        Principal agent = scene.person("Agente de Cormerel", Scene.OTHER_TOWN, new Grant(Role.AGENT, Scene.OTHER_TOWN));
        leave(scene.townAgent(), agent);
        replace(scene.administrator());

        Walker walker = Walker.of(APP, BROWSER, agent).goesTo("/reponses-communes");
        walker.reads("Cormerel en remplace une autre").meetsNoBarrier();
        walker.follows("Voir et reprendre");
        walker.reads("2 réponses communes de Montrelay")
                .reads("Ce qui ne passe pas")
                .meetsNoBarrier();
        Walker.withoutScripts(APP, BROWSER, agent)
                .goesTo("/reponses-communes")
                .follows("Voir et reprendre")
                .presses("Reprendre ce qui est coché")
                .isTold("1 réponse commune reprise, 1 étiquette")
                .reads("1 réponse commune de Montrelay");
        walker.presses("Reprendre ce qui est coché")
                .reads("a changé depuis l’aperçu")
                .meetsNoBarrier();
        walker.goesTo("/reponses-communes")
                .page()
                .locator("tr:has-text('SAU-02') .flush a")
                .click();
        walker.reads("reprise de Montrelay").reads("la suit");
        walker.goesTo("/reponses-communes/etiquettes").reads("Sites infogérés");
        assertThat(scene.audits
                        .control(agent, scene.audit(Scene.SCHOOL), Scene.control("ACC-03"))
                        .cell()
                        .verdict())
                .as("what was not chosen stands in the audit as it was")
                .isEqualTo(Verdict.CONFORME);
    }

    private static void leave(Principal former, Principal agent) {
        APP.services().shared().labels().create(former, Scene.TOWN, "Sites infogérés");
        give(former, Scene.TOWN, "SAU-02", Verdict.PARTIEL, "Une copie par semaine.");
        give(former, Scene.TOWN, "ACC-03", Verdict.CONFORME, null);
        give(agent, Scene.OTHER_TOWN, "ACC-03", Verdict.NON_CONFORME, null);
    }

    private static void give(Principal by, UnitId owner, String control, Verdict verdict, String comment) {
        SharedServices shared = APP.services().shared();
        Proposal all = new Proposal(
                APP.scene().campaign, owner, Scene.control(control), SchoolSet.ALL, new NewAnswer(verdict, comment));
        shared.answers()
                .apply(by, all, Set.of(), shared.answers().preview(by, all).seen());
    }

    private static void replace(Principal nation) {
        Successions successions = APP.services().succession().successions();
        NewSuccession wish = new NewSuccession(Scene.TOWN, Scene.OTHER_TOWN, LocalDate.of(2026, 11, 20));
        successions.record(
                nation,
                wish,
                "Commune nouvelle",
                successions.preview(nation, wish).ticket());
    }
}
