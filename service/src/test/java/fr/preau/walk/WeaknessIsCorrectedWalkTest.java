package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.web.Browser;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A département's agent corrects one weakness of twelve collèges: weak answer, action, board, done, new answers. */
class WeaknessIsCorrectedWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void twelve_schools_share_a_weakness_and_one_action_corrects_it() {
        Scene scene = APP.scene();
        IntStream.range(0, 9)
                .forEach(n -> scene.school(
                        Uai.of(8_100_000 + n), "COLLEGE", "Collège n° " + (n + 1), Scene.TOWN, Scene.VALLEYS));
        CampaignId campaign = scene.campaign("Rentrée", LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 29));
        Principal agent = scene.agent();
        List<AuditId> audits = scene.database.call(
                agent,
                tx -> tx.createQuery(
                                "SELECT id FROM audit WHERE campaign = :campaign AND collectivity = '800000013' ORDER BY id")
                        .bind("campaign", campaign)
                        .mapTo(AuditId.class)
                        .list());
        assertThat(audits).hasSize(12);
        audits.forEach(audit -> scene.answers.save(
                agent, audit, Scene.control("SAU-02"), 0, new NewAnswer(Verdict.NON_CONFORME, "Pas encore.")));

        Walker walker = Walker.of(APP, BROWSER, agent);
        walker.goesTo("/audits/" + audits.get(0) + "/mesures/SAU-02").meetsNoBarrier();
        walker.follows("Prévoir une action").is("Prévoir une action").meetsNoBarrier();
        walker.page().getByText("Les 12 établissements qui ont cette faiblesse").click();
        walker.page().locator("#title").fill("Un disque hors ligne par collège, échangé le vendredi");
        walker.page().locator("#due").fill("2026-11-30");
        walker.page().locator("#cost").fill("1 450");
        Browser.shot(walker.page(), "action-new", 1440);
        walker.presses("Prévoir cette action").isTold("Action prévue").meetsNoBarrier();
        walker.reads("12 établissements").reads("dans 7 jours");

        scene.at("2026-12-12T09:00:00Z");
        walker.becomes(APP, agent).goesTo("/actions").is("Actions").meetsNoBarrier();
        walker.reads("1 en retard").reads("en retard de 12 jours");
        Browser.shot(walker.page(), "action-board", 1440);
        Browser.shot(walker.page(), "action-board", 320);
        walker.follows("Un disque hors ligne par collège, échangé le vendredi");
        walker.presses("Commencer").isTold("Action commencée");
        walker.presses("Terminer").isTold("Action terminée").meetsNoBarrier();
        Browser.shot(walker.page(), "action-done", 1440);
        walker.follows("Proposer la nouvelle réponse").reads("12").meetsNoBarrier();
        Browser.shot(walker.page(), "action-renew", 1440);
        Browser.shot(walker.page(), "action-renew", 320);
        walker.page().locator("input[name=chosen]").first().uncheck();
        walker.presses("Enregistrer la nouvelle réponse").isTold("11 réponses enregistrées");
        walker.reads("1 établissement a encore la réponse faible").meetsNoBarrier();
        long corrected = audits.stream()
                .map(audit -> scene.audits
                        .control(agent, audit, Scene.control("SAU-02"))
                        .cell())
                .filter(cell ->
                        cell.verdict() == Verdict.CONFORME && cell.comment().startsWith("Action terminée"))
                .count();
        assertThat(corrected).isEqualTo(11);
    }
}
