package fr.preau.press;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.App;
import fr.preau.edition.EditionScene;
import fr.preau.edition.Label;
import fr.preau.kernel.DeliverableId;
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

/** Somebody without an account chooses a file in the browser, which hashes it there and sends the digest alone. */
class VerifiedInBrowserTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static IssuedScene issued;

    @TempDir
    Path folder;

    @BeforeAll
    static void issue() {
        EditionScene stage = new EditionScene(APP.scene(), APP.postgres());
        DeliverableId id = stage.start(Label.CLEAR);
        stage.publish(id);
        issued = IssuedScene.of(APP, stage.state, id);
    }

    @Test
    void a_file_is_told_by_its_digest_and_never_sent() throws IOException {
        byte[] csv = APP.anonymous()
                .download(issued.edition() + "/" + issued.name(".csv"))
                .body();
        Path file = Files.write(folder.resolve("recu.csv"), csv);
        List<String> sent = new ArrayList<>();
        try (Page page = BROWSER.page()) {
            page.onRequest(request -> sent.add(request.method() + " " + request.postData()));
            page.navigate(APP.url() + "/verifier");
            Browser.assertAccessible(page);
            page.setInputFiles("#fichier", file);
            assertThat(page.locator(".note h2")).hasText("Authentique");
            assertThat(page.locator(".note")).containsText(EditionScene.TITLE);
            csv[csv.length / 2] ^= 1;
            Files.write(file, csv);
            page.setInputFiles("#fichier", file);
            assertThat(page.locator(".note h2")).hasText("Inconnu");
            page.navigate(APP.url() + issued.edition());
            Browser.assertAccessible(page);
            Browser.shot(page, "edition-publique", 1440);
        }
        org.assertj.core.api.Assertions.assertThat(sent).allMatch(request -> request.equals("GET null"));
    }

    @Test
    void without_scripts_one_types_the_digest() {
        try (Page page = BROWSER.pageWithoutScripts()) {
            page.navigate(APP.url() + "/verifier");
            assertThat(page.locator("#fichier")).isHidden();
            page.fill("#empreinte", issued.sha256(".csv"));
            page.press("#empreinte", "Enter");
            assertThat(page.locator(".note h2")).hasText("Authentique");
        }
    }
}
