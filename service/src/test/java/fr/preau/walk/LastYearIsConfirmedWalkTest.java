package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.web.Browser;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A département's agent meets last year's answers: confirms one by a key, a theme by a click, one without scripts. */
class LastYearIsConfirmedWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static Principal agent;

    @BeforeAll
    static void lastYear() {
        Scene scene = APP.scene();
        CampaignId before = scene.campaign("2025–2026", LocalDate.of(2025, 11, 3), LocalDate.of(2026, 1, 30));
        scene.at("2025-12-01T09:00:00Z");
        agent = scene.agent();
        for (Uai school : new Uai[] {Scene.COLLEGE, Scene.SECOND_COLLEGE}) {
            AuditId audit = scene.audit(before, school);
            scene.answers.save(
                    agent, audit, Scene.control("SAU-01"), 0, new NewAnswer(Verdict.PARTIEL, "Sauf le samedi."));
            scene.answers.save(agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, null));
            scene.answers.save(agent, audit, Scene.control("SAU-03"), 0, new NewAnswer(Verdict.NON_CONFORME, null));
        }
        scene.at("2026-11-23T09:00:00Z");
        agent = scene.principal(agent.account());
    }

    @Test
    void confirms_one_by_a_key_and_the_rest_of_the_theme_by_a_click() {
        AuditId audit = APP.scene().audit(Scene.COLLEGE);
        Walker walker = Walker.of(APP, BROWSER, agent).goesTo("/audits/" + audit + "/mesures/SAU-01");
        walker.reads("Réponse de 2025–2026, à confirmer")
                .reads("Sauf le samedi.")
                .meetsNoBarrier();
        assertThat(walker.page().locator("input[name=verdict]:checked")).hasCount(0);
        Browser.shot(walker.page(), "last-control", 1440);
        walker.page().keyboard().press("o");
        walker.isTold("Réponse enregistrée");
        assertThat(walker.page().locator("input[name=verdict]:checked")).hasValue("PARTIEL");

        walker.goesTo("/audits/" + audit + "/themes/SAU")
                .reads("Réponse de 2025–2026, à confirmer")
                .meetsNoBarrier();
        Browser.shot(walker.page(), "last-theme", 1440);
        Browser.shot(walker.page(), "last-theme", 320);
        walker.presses("Confirmer les 2 réponses de 2025–2026")
                .isTold("2 réponses confirmées.")
                .meetsNoBarrier();
        assertThat(walker.page().locator(".prov.last")).hasCount(0);
        walker.goesTo("/audits/" + audit + "/mesures/SAU-03").reads("Réponses de la campagne précédente confirmées");
        assertThat(cell(audit, "SAU-01").comment()).isEqualTo("Sauf le samedi.");
        assertThat(cell(audit, "SAU-03").verdict()).isEqualTo(Verdict.NON_CONFORME);
    }

    @Test
    void confirms_without_scripts_and_is_told_what_changed_meanwhile() {
        AuditId audit = APP.scene().audit(Scene.SECOND_COLLEGE);
        Walker walker = Walker.withoutScripts(APP, BROWSER, agent).goesTo("/audits/" + audit + "/themes/SAU");
        APP.scene().answers.save(agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.PARTIEL, null));
        walker.presses("Confirmer les 3 réponses de 2025–2026")
                .isTold("1 a changé entre-temps et reste comme elle est.");
        assertThat(cell(audit, "SAU-02").verdict()).isEqualTo(Verdict.PARTIEL);
        assertThat(cell(audit, "SAU-01").verdict()).isEqualTo(Verdict.PARTIEL);
    }

    private static Cell cell(AuditId audit, String control) {
        return APP.scene().audits.control(agent, audit, Scene.control(control)).cell();
    }
}
