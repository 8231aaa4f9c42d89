package fr.preau.deliverable;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Prints XHTML as a PDF that archives keep (PDF/A-3a) and screen readers read (PDF/UA-1).
 *
 * <p>It fetches nothing, neither from the network nor from the disk: {@link Drawings} refuses every address but its own.
 * The same XHTML at the same instant gives the same bytes. Safe for several threads.
 */
public final class PdfPress {
    private static final String[] PROTOCOLS = {"http", "https", "file", "jar", "data", "ftp", Drawings.PROTOCOL};

    private final Drawings drawings = new Drawings();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    public PdfPress() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** @param at what the document gives as its creation */
    public byte[] print(String xhtml, Instant at) {
        return print(xhtml, at, List.of());
    }

    /** @param attached the files that the document carries inside, as PDF/A-3 lets it */
    public byte[] print(String xhtml, Instant at, List<Attached> attached) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BatikSVGDrawer svg = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder(xhtml, svg).buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            date(document, at);
            Attached.to(document, attached, day(at));
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Binds documents of the same making, one after the other, into one: tags and bookmarks go with their pages. For
     * what is too long to be laid out at once; it takes the title of the first.
     */
    byte[] bind(List<byte[]> parts, Instant at) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PDFMergerUtility binder = new PDFMergerUtility();
        try (PDDocument whole = Loader.loadPDF(parts.get(0))) {
            for (byte[] part : parts.subList(1, parts.size())) {
                try (PDDocument next = Loader.loadPDF(part)) {
                    binder.appendDocument(whole, next);
                }
            }
            whole.setDocumentId(at.toEpochMilli());
            whole.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return bytes.toByteArray();
    }

    private PdfRendererBuilder builder(String xhtml, BatikSVGDrawer svg) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(xhtml, null);
        builder.useUriResolver(drawings);
        builder.useProtocolsStreamImplementation(drawings, PROTOCOLS);
        builder.useSVGDrawer(svg);
        builder.useUnicodeLineBreaker(new FrenchLines());
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(colours);
        builder.withProducer("Préau");
        for (Typeface typeface : Typeface.all()) {
            builder.useFont(
                    () -> new ByteArrayInputStream(typeface.file()),
                    Typeface.FAMILY,
                    typeface.weight(),
                    typeface.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                    true);
        }
        return builder;
    }

    /** The library stamps the wall clock: we stamp the instant of the request, in both places, and in the file's id. */
    private static void date(PDDocument document, Instant at) throws IOException {
        document.getDocumentInformation().setCreationDate(day(at));
        document.setDocumentId(at.toEpochMilli());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String described = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(<xmp:CreateDate>)[^<]*", "$1" + at.truncatedTo(ChronoUnit.SECONDS));
        metadata.importXMPMetadata(described.getBytes(StandardCharsets.UTF_8));
    }

    private static Calendar day(Instant at) {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        day.setTimeInMillis(at.toEpochMilli());
        return day;
    }
}
