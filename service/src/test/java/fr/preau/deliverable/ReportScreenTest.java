package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.web.Browser;
import fr.preau.web.Messages;
import fr.preau.web.Web;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The report of an audit as one file for a browser, and the data that its PDF carries. */
class ReportScreenTest {
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final DossierTemplate TEMPLATE = new DossierTemplate(Web.site(false));

    @TempDir
    Path folder;

    @Test
    void is_read_without_barrier_at_any_width_and_in_the_dark_and_asks_for_nothing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("report.html"), TEMPLATE.screen(DossierFixture.full(), Messages.FRENCH));
        Page page = BROWSER.page();
        page.onRequest(request -> assertThat(request.url()).matches("(data|file):.*"));
        page.navigate(file.toUri().toString());
        Browser.assertAccessible(page);
        Browser.shot(page, "report-screen", 320);
        Browser.shot(page, "report-screen", 1440);
    }

    @Test
    void keeps_what_people_wrote_as_text() {
        String hostile = "</td><script>alert(1)</script><img src=\"file:///etc/hostname\"/>";
        String page = TEMPLATE.screen(DossierFixture.saying(hostile), Messages.FRENCH);
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script", "<img", "url(\"preau:");
    }

    @Test
    void carries_the_answers_that_the_reader_sees_inside_its_pdf() throws IOException {
        Dossier dossier = DossierFixture.saying("=SOMME(A1)");
        byte[] pdf = new PdfPress()
                .print(TEMPLATE.xhtml(dossier, Messages.FRENCH), dossier.askedAt(), AnswersCsv.attached(dossier));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDComplexFileSpecification file = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("reponses.csv");
            String csv = new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
            assertThat(csv).contains("GOV-01", "'=SOMME(A1)");
        }
    }
}
