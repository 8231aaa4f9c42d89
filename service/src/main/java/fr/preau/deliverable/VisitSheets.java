package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.checklist.Control;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.SampleId;
import fr.preau.review.Samples;
import fr.preau.review.Sighting;
import fr.preau.web.Site;
import fr.preau.web.Viewer;
import fr.preau.workbook.BookWriter;
import fr.preau.workbook.Box;
import fr.preau.workbook.Format;
import fr.preau.workbook.Style;
import fr.preau.workbook.Tab;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sheet of one drawn school, to take along: on paper, or as a spreadsheet. */
public final class VisitSheets {
    private static final String TEMPLATE = "deliverable/visit.jte";
    private static final List<Integer> WIDTHS = List.of(12, 60, 18, 18, 60);
    private static final int LINE = 34;
    private static final int TITLE = 30;

    private final Samples samples;
    private final Database database;
    private final Site site;
    private final Limiter limiter;
    private final InstantSource clock;
    private final PdfPress press = new PdfPress();
    private final PrintableText printable = new PrintableText();
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String style = Resource.text("deliverable/audit.css") + Resource.text("deliverable/visit.css");

    public VisitSheets(Samples samples, Database database, Site site, Limiter limiter, InstantSource clock) {
        this.samples = samples;
        this.database = database;
        this.site = site;
        this.limiter = limiter;
        this.clock = clock;
    }

    /** What the sheet shows, and who asked for it when. */
    public record Sheet(Samples.Visit visit, String asker, Instant at, boolean fictitious) {}

    /** On paper, with room to write. */
    public ReportFile pdf(Principal by, SampleId sample, AuditId audit, Locale locale) {
        return limiter.run(() -> {
            Samples.Visit visit = samples.visit(by, sample, audit);
            Instant now = clock.instant();
            StringOutput page = new StringOutput();
            engine.render(
                    TEMPLATE,
                    Map.of(
                            "viewer",
                            Viewer.anonymous(site, locale),
                            "page",
                            new Sheet(visit, by.name(), now, fictitious(by, audit)),
                            "style",
                            style),
                    page);
            return new ReportFile(name(visit) + ".pdf", press.print(printable.of(page.toString()), now));
        });
    }

    /** As a spreadsheet, a control a row. */
    public ReportFile ods(Principal by, SampleId sample, AuditId audit, Locale locale) {
        Samples.Visit visit = samples.visit(by, sample, audit);
        Viewer viewer = Viewer.anonymous(site, locale);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BookWriter book = Format.ODS.figures(out)) {
            book.tab(new Tab(visit.school().uai().value(), WIDTHS, 2, 3, false));
            book.row(TITLE, List.of(Box.of(visit.school().schoolName(), Style.TITLE)));
            book.row(TITLE, List.of(Box.of(viewer.t("visit.ods.lead", by.name(), viewer.day(today())), Style.WARNING)));
            if (fictitious(by, audit)) {
                book.row(LINE, List.of(Box.of(viewer.t("web.fictitious"), Style.WARNING)));
            }
            book.row(LINE, heads(viewer));
            for (Cell cell : visit.view().cells()) {
                book.row(LINE, row(viewer, visit, cell));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return new ReportFile(name(visit) + ".ods", out.toByteArray());
    }

    private boolean fictitious(Principal by, AuditId audit) {
        return database.call(by, tx -> tx.attach(DossierSql.class).fictitious(audit));
    }

    private LocalDate today() {
        return Paris.today(clock);
    }

    private static List<Box> heads(Viewer viewer) {
        return List.of("code", "control", "declared", "seen", "note").stream()
                .map(name -> Box.of(viewer.t("visit.column." + name), Style.HEAD))
                .toList();
    }

    private static List<Box> row(Viewer viewer, Samples.Visit visit, Cell cell) {
        Control control = visit.view().control(cell.control());
        String declared =
                cell.verdict() == null ? "" : viewer.t("mark." + cell.verdict().name());
        String seen = visit.of(cell.control())
                .map(one -> viewer.t("mark." + one.verdict().name()))
                .orElse("");
        String note = visit.of(cell.control()).map(Sighting::note).orElse("");
        return List.of(
                Box.of(cell.control().value(), Style.PLACE),
                Box.of(control.title(), Style.TEXT),
                Box.of(declared, Style.LOCKED),
                Box.of(seen, Style.COMMENT),
                Box.of(note, Style.COMMENT));
    }

    private static String name(Samples.Visit visit) {
        return "preau-visite-" + visit.sample().id() + "-" + visit.school().uai();
    }
}
