package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.kernel.Uai;
import fr.preau.web.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A collectivity's agent shows an answer by a file, a link and a place, takes the file out again; with scripts and without. */
class EvidenceIsAttachedWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void attaches_downloads_and_removes_without_leaving_the_control() throws IOException {
        Walker walker = Walker.of(APP, BROWSER, APP.scene().agent());
        walk(walker, Scene.COLLEGE);
        assertThat(walker.page().url()).doesNotContain("/pieces");
        Browser.shot(walker.page(), "pieces", 1440);
        Browser.shot(walker.page(), "pieces", 320);
    }

    @Test
    void does_the_same_in_a_browser_that_runs_no_script() throws IOException {
        walk(Walker.withoutScripts(APP, BROWSER, APP.scene().agent()), Scene.SECOND_COLLEGE);
    }

    @Test
    void says_where_a_document_was_seen_that_must_not_be_attached() {
        Walker walker = Walker.of(APP, BROWSER, APP.scene().agent());
        walker.goesTo("/audits/" + APP.scene().audit(Scene.THIRD_COLLEGE) + "/mesures/PAT-03")
                .reads("il ne se joint pas. Dites où et quand il a été vu.")
                .meetsNoBarrier();
        assertThat(walker.page().locator("input[type=file]")).hasCount(0);
        walker.page().locator("#place").fill("Coffre de la DSI");
        walker.page().locator("#seenOn").fill("2026-11-20");
        walker.page().locator("#seenBy").fill("Responsable du réseau");
        walker.presses("Enregistrer où il a été vu").reads("Vu sur place").reads("le 20\u00a0novembre 2026");
        Browser.shot(walker.page(), "pieces-interdites", 1440);
    }

    private static void walk(Walker walker, Uai school) throws IOException {
        String home = "/audits/" + APP.scene().audit(school) + "/mesures/SAU-02";
        walker.goesTo(home).reads("Aucune pièce.").meetsNoBarrier();
        walker.page().locator("#file").setInputFiles(new FilePayload("page.html", "text/html", "<html>".getBytes()));
        walker.presses("Joindre le fichier")
                .reads("Ce n’est ni un PDF, ni une image")
                .meetsNoBarrier();
        walker.page().locator("#file").setInputFiles(new FilePayload("Procédure d’été.pdf", "text/html", PDF));
        walker.presses("Joindre le fichier").isTold("Pièce jointe.").reads("PDF · 1\u00a0ko");
        walker.page().locator("summary").first().click();
        walker.page().locator("#url").fill("https://docs.exemple.invalid/sauvegardes");
        walker.page().locator("#title").fill("Plan de sauvegarde");
        walker.page().locator("#title").press("Enter");
        walker.reads("vers docs.exemple.invalid").meetsNoBarrier();
        Download file = walker.page()
                .waitForDownload(
                        () -> walker.page().locator(".pieces a").first().click());
        assertThat(file.suggestedFilename()).isEqualTo("Procédure d’été.pdf");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(PDF);
        walker.page().locator(".pieces button").first().click();
        walker.isTold("Pièce retirée.");
        assertThat(walker.page().locator(".pieces > li")).hasCount(1);
        walker.meetsNoBarrier();
    }

    @Test
    void keeps_its_place_and_says_so_when_the_service_takes_nothing() {
        Walker walker = Walker.of(APP, BROWSER, APP.scene().agent());
        walker.goesTo("/audits/" + APP.scene().audit(Scene.THIRD_COLLEGE) + "/mesures/SAU-02");
        walker.page().locator("#pieces form input[name=csrf]").first().evaluate("token => { token.value = 'autre'; }");
        walker.page().locator("#file").setInputFiles(new FilePayload("a.pdf", "application/pdf", PDF));
        walker.presses("Joindre le fichier");
        assertThat(walker.page().locator("#live .note")).hasCount(1);
        assertThat(walker.page().locator("#pieces")).hasCount(1);
    }

    @Test
    void tells_at_once_that_a_file_is_too_large() {
        Walker walker = Walker.of(APP, BROWSER, APP.scene().agent());
        walker.goesTo("/audits/" + APP.scene().audit(Scene.THIRD_COLLEGE) + "/mesures/SAU-02");
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        walker.page().locator("#file").setInputFiles(new FilePayload("grand.pdf", "application/pdf", large));
        Object said = walker.page().locator("#file").evaluate("input => input.validationMessage");
        assertThat(said)
                .isEqualTo("Le fichier dépasse 10\u00a0Mo. Joignez un extrait, ou dites où le document se consulte.");
        walker.page().locator("#file").setInputFiles(new FilePayload("page.html", "text/html", "<html>".getBytes()));
        walker.presses("Joindre le fichier").reads("Ce n’est ni un PDF, ni une image");
        // Last: a picture leaves marks on the fields that the next exchange would meet.
        Browser.shot(walker.page(), "pieces-refus", 1440);
    }
}
