package fr.preau.deliverable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a document: read by screen readers (PDF/UA-1), kept by archives (PDF/A-3a). */
public final class ConformingPdf {
    private ConformingPdf() {}

    public static void conforms(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        conforms(pdf, PDFAFlavour.PDFUA_1);
        conforms(pdf, PDFAFlavour.PDFA_3_A);
    }

    private static void conforms(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> faults = result.getTestAssertions().stream()
                    .map(fault -> fault.getRuleId() + " " + fault.getMessage())
                    .distinct()
                    .toList();
            assertThat(result.isCompliant()).as(flavour + " " + faults).isTrue();
        }
    }
}
