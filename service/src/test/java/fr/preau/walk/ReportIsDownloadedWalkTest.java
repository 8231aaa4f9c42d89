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

    private static final int COVER = 400;

    @Test
    void downloads_the_report_marked_as_what_it_is() throws IOException {
        Scene scene = APP.scene();
        Principal agent = scene.agent();
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answerAll(agent, audit, Verdict.PARTIEL);
        scene.reviews.submit(agent, audit);
        Walker walker = Walker.of(APP, BROWSER, agent).goesTo("/audits/" + audit);

        String submitted = text(download(walker));
        assertThat(submitted).contains(Scene.COLLEGE.value(), "TLP:AMBER", agent.name());
        assertThat(cover(submitted)).contains("Collège La Passerelle").containsIgnoringCase("non validé");

        scene.reviews.validate(scene.reviewer(), audit);
        assertThat(cover(text(download(walker))))
                .contains("Collège La Passerelle")
                .doesNotContainIgnoringCase("non validé");
        walker.is("Collège La Passerelle");
        assertThat(reports(audit)).isEqualTo(2);
    }

    /** Only there does the document say what it is worth; a note on the method names both words later. */
    private static String cover(String text) {
        return text.substring(0, COVER);
    }

    /** How often the journal says that the report was asked for. */
    private static int reports(AuditId audit) {
        return APP.postgres()
                .owner()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM journal_entry"
                                + " WHERE action = 'audit.reported' AND object = :object")
                        .bind("object", "audit/" + audit)
                        .mapTo(Integer.class)
                        .one());
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
