package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.web.Messages;
import fr.preau.web.Web;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** The printed report, on hand-made dossiers: its form, its words, and what it must never do. */
class ReportPrintTest {
    private static final Path SHOTS = Path.of(System.getProperty("preau.shots", "target/shots"));
    private static final DossierTemplate TEMPLATE = new DossierTemplate(Web.site(false));
    private static final PdfPress PRESS = new PdfPress();

    private static byte[] full;

    @BeforeAll
    static void print_the_full_one() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        long start = System.nanoTime();
        full = print(DossierFixture.full());
        report("first", start);
        for (int i = 0; i < 3; i++) {
            start = System.nanoTime();
            print(DossierFixture.full());
            report("again", start);
        }
        Files.createDirectories(SHOTS);
        Files.write(SHOTS.resolve("report.pdf"), full);
        Files.write(SHOTS.resolve("report-en.pdf"), print(DossierFixture.full(), Messages.ENGLISH));
    }

    private static void report(String what, long start) {
        System.out.println(what + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    @Test
    void is_a_document_that_screen_readers_read_and_archives_keep() throws Exception {
        conforms(full, PDFAFlavour.PDFUA_1);
        conforms(full, PDFAFlavour.PDFA_3_A);
    }

    @Test
    void prints_the_same_bytes_twice() {
        assertThat(print(DossierFixture.full())).isEqualTo(full);
    }

    private static byte[] print(Dossier dossier) {
        return print(dossier, Messages.FRENCH);
    }

    private static byte[] print(Dossier dossier, Locale locale) {
        return PRESS.print(TEMPLATE.xhtml(dossier, locale), dossier.askedAt());
    }

    private static void conforms(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .filter(a -> !a.getStatus().toString().equals("passed"))
                            .limit(20)
                            .map(a -> a.getRuleId() + " " + a.getMessage() + " "
                                    + a.getLocation().getContext())
                            .toList())
                    .as(flavour.toString())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }
}
