package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditFilter;
import fr.preau.audit.AuditState;
import fr.preau.demo.DemoColleges;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.UnitId;
import fr.preau.web.Browser;
import fr.preau.workbook.Calc;
import fr.preau.workbook.Edited;
import fr.preau.workbook.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent of a département brings the demonstration's sixty collèges, of which nobody has answered anything, to
 * submission: one theme in a workbook, the rest once for all, ten exceptions in the grid, all sent at once. It prints how
 * many gestures that takes, and how long.
 */
class SixtyCollegesWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final int COLLEGES = 60;
    private static final int EXCEPTIONS = 10;
    private static final String BY_WORKBOOK = "EXP";
    private static final String WITH_EXCEPTIONS = "ACC";
    /** One gesture an answer would be 60 × 48, and as many pages. */
    private static final int MOST_GESTURES = 600;

    private Page page;
    private Hands hands;

    @TempDir
    Path folder;

    @Test
    void brings_sixty_untouched_colleges_to_submission() throws Exception {
        Scene scene = APP.scene();
        UnitId department = DemoColleges.settle(scene);
        CampaignId campaign = scene.campaign("Les collèges", LocalDate.of(2026, 11, 16), LocalDate.of(2027, 1, 29));
        Principal agent = scene.person("Agent de la DSI", department, new Grant(Role.AGENT, department));
        Walker walker = Walker.of(APP, BROWSER, agent);
        page = walker.page();
        hands = new Hands(page);
        Instant start = Instant.now();

        walker.goesTo("/etablissements?campagne=" + campaign);
        workbook();
        hands.click(page.locator("nav a[href='/etablissements']").first());
        int shared = sharedAnswers();
        exceptions();
        hands.click(page.locator("nav a[href='/etablissements']").first());
        hands.click(page.locator("main a[href*='/envois']"));
        assertThat(page.locator("input[name=audit]:checked")).hasCount(COLLEGES);
        hands.push("Envoyer les audits cochés");
        walker.isTold("60 audits envoyés");

        System.out.printf(
                "%d collèges from untouched to submitted, %d controls by shared answers, %d exceptions: %s, %d s%n",
                COLLEGES,
                shared,
                EXCEPTIONS,
                hands,
                Duration.between(start, Instant.now()).toSeconds());
        assertThat(scene.audits
                        .list(agent, campaign, AuditFilter.ALL, null)
                        .orElseThrow()
                        .counts())
                .singleElement()
                .satisfies(count -> {
                    assertThat(count.state()).isEqualTo(AuditState.SUBMITTED);
                    assertThat(count.audits()).isEqualTo(COLLEGES);
                });
        assertThat(hands.gestures()).isLessThan(MOST_GESTURES);
    }

    /** Filled in elsewhere: by LibreOffice in the long run, where it is installed. */
    private void workbook() throws Exception {
        hands.follow("Emporter ou rapporter un classeur");
        Download download = page.waitForDownload(() -> hands.push("Télécharger le classeur de 60\u00a0établissements"));
        byte[] filled = Edited.of(Files.readAllBytes(download.path()))
                .fillTheme(BY_WORKBOOK, "Conforme")
                .save(Format.ODS);
        if (Boolean.getBoolean("preau.long") && Calc.installed()) {
            filled = Calc.saved(folder, filled, Format.ODS, Format.ODS);
        }
        hands.hand(new FilePayload(download.suggestedFilename(), "application/octet-stream", filled));
        hands.push("Lire le classeur");
        hands.click(page.locator("main .shelter button"));
        assertThat(page.locator(".note.done")).containsText("réponses enregistrées");
    }

    /** Goes from theme to theme as the pages offer them: a letter a control, a preview, a button. */
    private int sharedAnswers() {
        hands.follow("Répondre une fois pour plusieurs établissements");
        hands.click(page.locator("main a[href*='/reponses-communes/themes/']").first());
        int given = 0;
        while (page.url().contains("/themes/")) {
            int controls = page.locator("fieldset[data-keys]").count();
            looked(given);
            for (int i = 0; i < controls; i++) {
                hands.key(List.of("c", "p", "c", "n").get((given + i) % 4));
            }
            assertThat(page.locator("fieldset[data-keys]:has(:checked)")).hasCount(controls);
            hands.key("Enter");
            page.waitForURL(url -> !url.contains("?"));
            looked(given);
            hands.click(page.locator("main form[action$='/application'] button").first());
            page.waitForURL(url -> url.contains("?"));
            given += controls;
        }
        assertThat(page.locator("main")).containsText("Tout est répondu");
        return given;
    }

    /** No barrier on the first theme's pages: the others are made alike. */
    private void looked(int given) {
        if (given == 0) {
            Browser.assertNoBarrier(page);
        }
    }

    private void exceptions() {
        hands.click(page.locator("nav a[href='/etablissements']").first());
        hands.click(page.locator("main a[href*='/grille']").first());
        hands.click(page.locator(".tabs a[href*='theme=" + WITH_EXCEPTIONS + "']"));
        Locator first = page.locator("#grid tbody tr").first().locator("td").first();
        assertThat(page.locator("#grid")).hasAttribute("role", "grid");
        hands.click(first);
        for (int row = 0; row < EXCEPTIONS; row++) {
            hands.key("?");
            assertThat(page.locator("#panel-wrong")).isVisible();
            hands.key("Enter");
            hands.type("Site loué, à voir sur place.");
            hands.key("Control+Enter");
            assertThat(page.locator("#grid-said")).hasText("Tout est enregistré.");
            hands.key("ArrowDown");
        }
        assertThat(page.locator("#grid tbody td.own")).hasCount(EXCEPTIONS);
        Browser.shot(page, "sixty-grid", 1440);
    }
}
