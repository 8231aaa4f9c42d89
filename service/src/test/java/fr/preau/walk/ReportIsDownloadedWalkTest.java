package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.web.Browser;
import java.io.File;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The PDF of an audit, asked for on its page and opened as a file. */
class ReportIsDownloadedWalkTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void downloads_the_report_marked_as_what_it_is() throws IOException {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        scene.reviews.submit(agent, audit);
        Walker walker = Walker.of(APP, BROWSER, agent).goesTo("/audits/" + audit);

        String first = text(download(walker));
        assertThat(first)
                .contains("Collège La Passerelle")
                .contains(Scene.COLLEGE.value())
                .contains("TLP:AMBER")
                .contains(agent.name())
                .containsIgnoringCase("non validé");

        scene.reviews.validate(scene.reviewer(), audit);
        assertThat(text(download(walker))).doesNotContainIgnoringCase("non validé");
        assertThat(walker.page().locator("h1").textContent()).isEqualTo("Collège La Passerelle");
    }

    private static Download download(Walker walker) {
        Download download = walker.page().waitForDownload(() -> walker.follows("Rapport de l’audit (PDF)"));
        assertThat(download.suggestedFilename()).endsWith(".pdf").contains(Scene.COLLEGE.value());
        return download;
    }

    private static String text(Download download) throws IOException {
        File file = download.path().toFile();
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            return new PDFTextStripper().getText(document);
        }
    }
}
