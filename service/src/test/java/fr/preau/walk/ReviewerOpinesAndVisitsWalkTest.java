package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.campaign.NewCampaign;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.web.Browser;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reviewer goes from the queue to an opinion, the decision, before and after, a sample, and the sheet of a visit. */
class ReviewerOpinesAndVisitsWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final int WIDE = 1440;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    private int pictures;

    @Test
    void says_what_they_think_decides_compares_draws_and_takes_down_what_they_saw() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answerAll(agent, audit, Verdict.CONFORME);
        scene.reviews.submit(agent, audit);
        Walker reviewer = Walker.of(APP, BROWSER, scene.reviewer());

        look(reviewer.goesTo("/revue").is("Audits à revoir"));
        look(reviewer.follows("Valider ensemble ceux dont le socle tient").reads("1 audit sans réponse faible"));
        reviewer.goesTo("/revue?ordre=evolution").reads("Ce qui a le plus changé");

        reviewer.goesTo("/audits/" + audit + "/revue/SAU-02");
        look(reviewer);
        reviewer.page().locator("input[value=CONTESTED]").check();
        reviewer.page().locator("#verdict").selectOption("NON_CONFORME");
        reviewer.page().locator("#reason").fill("Le disque reste branché.");
        reviewer.presses("Enregistrer l’avis").reads("visible des seuls relecteurs");
        look(reviewer);
        reviewer.presses("Valider l’audit").presses("Valider l’audit").isTold("Audit validé.");
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.VALIDATED);
        look(reviewer.goesTo("/audits/" + audit).reads("Après revue"));
        look(reviewer.goesTo("/audits/" + audit + "/instantanes")
                .reads("1 mesure a changé")
                .reads("1 vaut moins")
                .reads("1 contestation"));

        look(reviewer.goesTo("/echantillons"));
        reviewer.page().locator("#size").fill("3");
        reviewer.page().locator("#seed").fill("2026");
        look(reviewer.presses("Tirer au sort").reads("pas encore visité"));
        reviewer.page().getByText("Collège La Passerelle").first().click();
        sees(reviewer, "SAU-02", "NON_CONFORME");
        sees(reviewer, "PAT-01", "CONFORME");
        look(reviewer);
        look(reviewer.presses("Enregistrer la visite").reads("1 sur 2").reads("un seul établissement vu"));
    }

    /** Two reviewers, each at their own browser: who proposes can't close, who has read after them does. */
    @Test
    void closes_with_four_eyes_what_one_reviewer_alone_proposes() {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        CampaignId campaign = scene.campaigns.create(
                Actor.SYSTEM,
                new NewCampaign(
                        "Quatre yeux",
                        UnitId.NATION,
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 1, 29),
                        false,
                        NewCampaign.defaultLevels(),
                        true));
        scene.openings.open(Actor.OPERATOR, campaign);
        AuditId audit = scene.audit(campaign, Scene.SECOND_COLLEGE);
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        scene.reviews.submit(agent, audit);
        String page = "/audits/" + audit + "/revue";
        Walker first = Walker.of(APP, BROWSER, scene.reviewer());
        Walker second = Walker.withoutScripts(APP, BROWSER, scene.reviewer());

        first.goesTo("/revue?ordre=faiblesse").follows("Collège Les Tilleuls");
        look(first.reads("réponses faibles au socle"));
        first.follows("Donner un avis SAU-02");
        first.page().locator("input[value=ACCEPTED]").check();
        look(first.presses("Enregistrer et passer à la suivante").reads("Ce qui est attendu"));
        first.goesTo(page).presses("Valider l’audit").presses("Valider l’audit");
        first.isTold("Validation proposée.").is("Audits à revoir").reads("attend un second relecteur");
        look(first.goesTo(page).reads("Un second relecteur doit valider"));
        first.presses("Valider l’audit").presses("Valider l’audit").reads("Demandez à un autre de le valider");
        first.meetsNoBarrier();
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.SUBMITTED);

        second.goesTo("/revue").reads("attend un second relecteur");
        second.goesTo(page).reads("Une validation attend votre accord");
        second.presses("Valider l’audit").presses("Valider l’audit").isTold("Audit validé.");
        assertThat(scene.audits.view(agent, audit).audit().state()).isEqualTo(AuditState.VALIDATED);
    }

    /** Axe on the page, and a picture of it wide and narrow for whoever asks for pictures. */
    private void look(Walker walker) {
        walker.meetsNoBarrier();
        String shots = System.getProperty("preau.shots");
        if (shots == null) {
            return;
        }
        pictures++;
        Page page = walker.page();
        for (int width : new int[] {NARROW, WIDE}) {
            page.setViewportSize(width, HEIGHT);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(shots, String.format("%02d-%d.png", pictures, width))));
        }
    }

    /** Unfolds the control's theme, by the keyboard, when it is folded. */
    private static void sees(Walker reviewer, String control, String verdict) {
        Locator field = reviewer.page().locator("[name='vu." + control + "']");
        if (!field.isVisible()) {
            Locator theme = reviewer.page().locator("details").filter(new Locator.FilterOptions().setHas(field));
            theme.locator("summary").press("Enter");
        }
        field.selectOption(verdict);
    }
}
