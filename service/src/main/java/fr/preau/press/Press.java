package fr.preau.press;

import fr.preau.deliverable.Attached;
import fr.preau.deliverable.PdfPress;
import fr.preau.journal.SigningKey;
import fr.preau.workbook.Format;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Makes every format of one livrable. It only reckons: what it is given decides every byte of what it gives back. Safe
 * for several threads; each call holds all of its files in memory.
 */
public final class Press {
    /** How many files {@link #all} makes. */
    public static final int FILES = 11;

    private static final String JSON = "application/json";

    private final PdfPress pdf = new PdfPress();
    private final Templates templates = new Templates();

    /**
     * Every file, then the manifest that signs them all, then a ZIP of these.
     *
     * @param done is told after each how many there are
     */
    public List<PressFile> all(Printed page, SigningKey key, IntConsumer done) {
        List<PressFile> files = new ArrayList<>();
        add(files, pdf(page), done);
        add(files, html(page), done);
        add(files, new PressFile(name(page) + ".odt", OdtDocument.TYPE, OdtDocument.write(page)), done);
        for (Format format : Format.values()) {
            byte[] book = TablesBook.write(page, format);
            add(files, new PressFile(name(page) + format.ending(), format.type(), book), done);
        }
        add(files, new PressFile(name(page) + ".csv", "text/csv", TablesCsv.write(page.content())), done);
        add(files, new PressFile(name(page) + ".json", JSON, DossierJson.write(page)), done);
        add(files, new PressFile("oscal-catalog-" + name(page) + ".json", JSON, OscalCatalog.write(page)), done);
        add(files, new PressFile("oscal-results-" + name(page) + ".json", JSON, OscalResults.write(page)), done);
        add(files, Manifest.of(page, files).signed(key), done);
        add(files, Bundle.of(name(page), files), done);
        return files;
    }

    private static void add(List<PressFile> files, PressFile file, IntConsumer done) {
        files.add(file);
        done.accept(files.size());
    }

    /** The document on paper, with the data of its tables inside. */
    public PressFile pdf(Printed page) {
        Printed paper = page.on(true);
        List<Attached> data = List.of(
                new Attached("tableaux.csv", "text/csv", "Tous les tableaux", TablesCsv.write(page.content())),
                new Attached("livrable.json", JSON, "Le livrable en JSON", DossierJson.write(page)));
        byte[] bytes = pdf.print(templates.paper(paper), page.content().frozenAt(), data);
        return new PressFile(name(page) + ".pdf", "application/pdf", bytes);
    }

    /** The document as one file for a browser. */
    public PressFile html(Printed page) {
        byte[] bytes = templates.screen(page.on(false)).getBytes(StandardCharsets.UTF_8);
        return new PressFile(name(page) + ".html", "text/html", bytes);
    }

    /** {@code livrable-academie-14-edition-2}: a draft has none. */
    static String name(Printed page) {
        String unit = page.imprint().unit().toString().toLowerCase(java.util.Locale.ROOT);
        Integer number = page.imprint().number();
        return "livrable-" + unit + (number == null ? "-projet" : "-edition-" + number);
    }
}
