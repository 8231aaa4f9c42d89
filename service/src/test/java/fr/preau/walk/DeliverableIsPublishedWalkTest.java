package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.preau.App;
import fr.preau.edition.EditionScene;
import fr.preau.web.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Editors of both sides: figures frozen, a text written with a figure in it, proposed, approved twice, published; its
 * files signed and handed on by a link; a receiver without an account fetches one and tells it from one that was changed.
 */
class DeliverableIsPublishedWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String RECEIVER = "Mairie de Saint-Aubin-d’Œuvre";

    private static EditionScene stage;

    @TempDir
    Path folder;

    @BeforeAll
    static void stage() {
        stage = new EditionScene(APP.scene(), APP.postgres());
    }

    @Test
    void a_livrable_goes_from_its_figures_to_a_receiver_who_tells_the_true_file_from_a_changed_one()
            throws IOException {
        Walker editor = Walker.of(APP, BROWSER, stage.state);
        String home = writes(editor, stage);
        signs(editor, stage, home);
        String link = handsOn(editor, home);
        Page receiver = BROWSER.page();
        Path file = fetches(receiver, link);
        verifies(receiver, editor.base(), file);
        editor.page().navigate(home + "/fichiers");
        assertThat(editor.page().textContent("main")).contains(RECEIVER, "1 fichier pris");
        look(editor.page(), "register");
    }

    /** From campaign to draft, with a figure in a text that follows what was frozen. */
    private static String writes(Walker walker, EditionScene stage) {
        Page page = walker.page();
        page.navigate(walker.base() + "/livrables/nouveau");
        page.fill("#title", EditionScene.TITLE);
        page.selectOption("#unit", "nation");
        page.selectOption("#campaign", stage.campaign.toString());
        look(page, "start");
        page.click("main form button[type=submit]");
        PlaywrightAssertions.assertThat(page.locator("main h1")).hasText(EditionScene.TITLE);
        look(page, "draft");
        String home = page.url().replaceAll("\\?.*", "");
        page.click("a:has-text('Avant-propos')");
        page.fill("#body", "Conformité des écoles : **{{conformite.ECOLE}}**, et {{conformite.LUNE}}.");
        page.click("button[value=preview]");
        assertThat(page.textContent(".reads")).containsPattern("Conformité des écoles : \\d+");
        assertThat(page.textContent("main")).contains("conformite.LUNE");
        look(page, "text");
        page.fill("#body", "Conformité des écoles : **{{conformite.ECOLE}}**.");
        page.click("button[value=save]");
        page.navigate(home + "/textes/avant-propos/versions");
        assertThat(page.textContent("main")).contains("{{conformite.ECOLE}}");
        look(page, "versions");
        return home;
    }

    private static void signs(Walker walker, EditionScene stage, String home) {
        Page page = walker.page();
        page.navigate(home);
        page.click("button[value=PROPOSE]");
        page.click("button[value=SIGN]");
        look(page, "proposed");
        walker.becomes(APP, stage.collectivity);
        page.navigate(home);
        page.click("button[value=SIGN]");
        page.click("button[value=PUBLISH]");
        assertThat(page.textContent(".shelter")).contains("Édition 1").contains("Département des Trois-Vallées");
        look(page, "published");
        page.navigate(home + "/document");
        assertThat(page.textContent("main")).contains("Réponses par type d’établissement et par thème");
        look(page, "document");
    }

    /** Has the files made and signed, then makes a link; gives its address, which is shown once. */
    private static String handsOn(Walker walker, String home) {
        Page page = walker.page();
        page.navigate(home);
        page.click("main a[href$='/fichiers']");
        look(page, "files-none");
        walker.presses("Faire et signer les fichiers").isTold("fichiers sont faits et signés");
        walker.follows("Voir le résultat");
        look(page, "files");
        page.click("summary:has-text('Faire un lien')");
        page.fill("input[name=destinataire]", RECEIVER);
        page.fill("input[name=fin]", "2026-12-15");
        walker.presses("Faire le lien").isTold("il n’est montré qu’une fois");
        look(page, "link");
        return walker.base() + page.textContent(".note.done code").replaceFirst("^.*(?=/recu/)", "");
    }

    private Path fetches(Page page, String link) {
        page.navigate(link);
        assertThat(page.textContent("main")).contains("TLP:CLEAR");
        look(page, "received");
        Path file = folder.resolve("recu.pdf");
        page.waitForDownload(() -> page.click("main a[href$='.pdf']")).saveAs(file);
        return file;
    }

    /** The browser hashes the file that was fetched, then the same with one byte changed; neither is sent. */
    private static void verifies(Page page, String base, Path file) throws IOException {
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> sent.add(request.method() + " " + request.postData()));
        page.navigate(base + "/verifier");
        Browser.assertAccessible(page);
        page.setInputFiles("#fichier", file);
        PlaywrightAssertions.assertThat(page.locator(".note h2")).hasText("Authentique");
        PlaywrightAssertions.assertThat(page.locator(".note")).containsText("édition 1");
        look(page, "authentic");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        page.setInputFiles("#fichier", Files.write(file, bytes));
        PlaywrightAssertions.assertThat(page.locator(".note h2")).hasText("Inconnu");
        look(page, "unknown");
        page.navigate(base + "/editions");
        page.click("main li a");
        Browser.assertAccessible(page);
        look(page, "open");
        assertThat(sent).isNotEmpty().allMatch(request -> request.equals("GET null"));
    }

    @Test
    void without_scripts_a_link_leads_from_the_job_that_freezes_to_the_draft() {
        Walker editor = Walker.withoutScripts(APP, BROWSER, stage.state).goesTo("/livrables/nouveau");
        Page page = editor.page();
        page.fill("#title", EditionScene.TITLE);
        page.selectOption("#unit", "nation");
        page.selectOption("#campaign", stage.campaign.toString());
        page.press("main form button[type=submit]", "Enter");
        PlaywrightAssertions.assertThat(page.locator("main h1")).isVisible();
        for (int i = 0; i < 60 && page.url().contains("/travaux/"); i++) {
            page.waitForTimeout(250);
            page.navigate(page.url());
        }
        editor.is(EditionScene.TITLE).isTold("Chiffres arrêtés");
    }

    @Test
    void without_scripts_one_types_the_digest() {
        try (Page page = BROWSER.pageWithoutScripts()) {
            page.navigate(APP.url() + "/verifier");
            PlaywrightAssertions.assertThat(page.locator("#fichier")).isHidden();
            page.fill("#empreinte", "0".repeat(64));
            page.press("#empreinte", "Enter");
            PlaywrightAssertions.assertThat(page.locator(".note h2")).hasText("Inconnu");
        }
    }

    /** No barrier, and pictures at both widths when they are asked for. */
    private static void look(Page page, String name) {
        if (Boolean.getBoolean("preau.pictures")) {
            Browser.shot(page, "livrable-" + name, 320);
            Browser.shot(page, "livrable-" + name, 1440);
        }
        Browser.assertNoBarrier(page);
    }
}
