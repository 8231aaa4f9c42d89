package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.audit.ThemeLine;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.UnitId;
import fr.preau.web.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A town's agent answers for a school and sends the audit, from the home page on. */
class AgentFillsAndSubmitsWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String COMMENT = "Une copie par semaine, gardée en mairie ; « bientôt » deux.";

    @Test
    void fills_an_audit_by_choosing_answers_and_sends_it() {
        Principal agent = agent(Scene.TOWN);
        Walker walker = Walker.of(APP, BROWSER, agent);
        walk(walker, agent, APP.scene().audit(Scene.SCHOOL), "École Le Grand-Pré", true);
    }

    @Test
    void does_the_same_in_a_browser_that_runs_no_script() {
        Principal agent = agent(Scene.OTHER_TOWN);
        Walker walker = Walker.withoutScripts(APP, BROWSER, agent);
        walk(walker, agent, APP.scene().audit(Scene.OTHER_SCHOOL), "École Beau-Soleil", false);
    }

    private static void walk(Walker walker, Principal agent, AuditId audit, String school, boolean scripts) {
        walker.goesTo("/").is("Ce qui m’attend").reads("1 audit à compléter").meetsNoBarrier();
        walker.follows("Commencer")
                .reads("Commencer")
                .follows(school)
                .is(school)
                .meetsNoBarrier();
        ThemeLine theme = view(agent, audit).themes().get(0);
        walker.page().locator(".tasks a").first().click();
        walker.meetsNoBarrier();
        walker.page().locator("tbody a").first().click();
        fill(walker, theme.asked(), scripts);
        assertThat(answers(agent, audit, theme)).containsOnly(Verdict.PARTIEL);
        APP.scene().answerAll(agent, audit, Verdict.CONFORME);
        walker.follows(school).follows("Vérifier mes réponses").is("Vérifier les réponses");
        walker.reads(COMMENT).meetsNoBarrier();
        walker.presses("Envoyer à l’académie")
                .is(school)
                .isTold("Audit envoyé.")
                .meetsNoBarrier();
        assertThat(view(agent, audit).audit().state()).isEqualTo(AuditState.SUBMITTED);
        walker.presses("Reprendre l’audit").isTold("Audit repris.");
        assertThat(view(agent, audit).audit().state()).isEqualTo(AuditState.IN_PROGRESS);
    }

    /** Answers the controls of a theme one after the other; a choice saves itself where scripts run. */
    private static void fill(Walker walker, int controls, boolean scripts) {
        for (int control = 1; control <= controls; control++) {
            walker.reads("mesure " + control + " sur " + controls).chooses("PARTIEL");
            if (scripts) {
                walker.reads("Réponse enregistrée").reads("Pour y arriver");
            }
            walker.comments(COMMENT);
            if (control == 1) {
                walker.presses("Enregistrer").isTold("Réponse enregistrée").reads("Pour y arriver");
                walker.meetsNoBarrier();
            }
            if (control < controls) {
                walker.goesOn();
            }
        }
        walker.presses("Enregistrer").isTold("Réponse enregistrée");
    }

    private static Principal agent(UnitId town) {
        return APP.scene().person("Agent de mairie, " + town.code(), town, new Grant(Role.AGENT, town));
    }

    private static AuditView view(Principal agent, AuditId audit) {
        return APP.scene().audits.view(agent, audit);
    }

    private static List<Verdict> answers(Principal agent, AuditId audit, ThemeLine theme) {
        return view(agent, audit).cells().stream()
                .filter(cell -> cell.theme().equals(theme.theme().code()))
                .map(Cell::verdict)
                .toList();
    }
}
