package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.checklist.Control;
import fr.preau.database.Database;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Message;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** The sheets of drawn schools, to take along: on paper, or as a spreadsheet. One school's, or a whole sample's. */
public final class VisitSheets {
    private static final String TEMPLATE = "deliverable/visit.jte";
    private static final List<Integer> WIDTHS = List.of(12, 60, 18, 18, 60);
    /** Sheets laid out together: what a layout takes of memory grows with each. */
    private static final int AT_ONCE = 10;

    private static final int LINE = 34;
    private static final int TITLE = 30;

    private final Samples samples;
    private final Database database;
    private final Limiter limiter;
    private final InstantSource clock;
    private final PdfPress press = new PdfPress();
    private final Stationery stationery;

    public VisitSheets(Samples samples, Database database, Site site, Limiter limiter, InstantSource clock) {
        this.samples = samples;
        this.database = database;
        this.limiter = limiter;
        this.clock = clock;
        stationery = new Stationery(site, "deliverable/visit.css", "");
    }

    /** What the sheets of one sample show, and who asked for them when. */
    public record Pile(Message title, List<Samples.Visit> visits, String asker, Instant at, boolean fictitious) {
        public Pile {
            visits = List.copyOf(visits);
        }

        Pile part(int from, int to) {
            return new Pile(title, visits.subList(from, to), asker, at, fictitious);
        }
    }

    /** On paper, with room to write. */
    public ReportFile pdf(Principal by, SampleId sample, AuditId audit, Locale locale) {
        return limiter.run(() -> {
            Samples.Visit visit = samples.visit(by, sample, audit);
            return new ReportFile(name(visit) + ".pdf", print(pile(by, List.of(visit)), locale, done -> {}));
        });
    }

    /** As a spreadsheet, a control a row. */
    public ReportFile ods(Principal by, SampleId sample, AuditId audit, Locale locale) {
        Samples.Visit visit = samples.visit(by, sample, audit);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(pile(by, List.of(visit)), locale, out);
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return new ReportFile(name(visit) + ".ods", out.toByteArray());
    }

    /** The sheets as who asks may have them now. */
    Pile pile(Principal by, List<Samples.Visit> visits) {
        boolean fictitious = database.call(by, tx -> {
            DossierSql sql = tx.attach(DossierSql.class);
            return visits.stream()
                    .anyMatch(visit -> sql.fictitious(visit.school().audit()));
        });
        return new Pile(title(visits), visits, by.name(), clock.instant(), fictitious);
    }

    /**
     * One PDF, each school on pages of its own, numbered apart, and in its bookmarks.
     *
     * @param each told how many sheets are laid out
     */
    byte[] print(Pile pile, Locale locale, IntConsumer each) {
        List<byte[]> parts = new ArrayList<>();
        int sheets = pile.visits().size();
        for (int from = 0; from < sheets; from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, sheets);
            parts.add(press.print(stationery.paper(TEMPLATE, pile.part(from, to), locale), pile.at()));
            each.accept(to);
        }
        return press.bind(parts, pile.at());
    }

    /** One spreadsheet, a sheet a school. */
    void write(Pile pile, Locale locale, OutputStream out) throws IOException {
        Viewer viewer = stationery.viewer(locale);
        try (BookWriter book = Format.ODS.figures(out)) {
            for (Samples.Visit visit : pile.visits()) {
                tab(book, viewer, pile, visit);
            }
        }
    }

    private void tab(BookWriter book, Viewer viewer, Pile pile, Samples.Visit visit) throws IOException {
        int frozen = pile.fictitious() ? 4 : 3;
        book.tab(new Tab(visit.school().uai().value(), WIDTHS, 2, frozen, false));
        book.row(TITLE, List.of(Box.of(visit.school().schoolName(), Style.TITLE)));
        String lead = viewer.t("visit.ods.lead", pile.asker(), viewer.day(Paris.today(clock)));
        book.row(TITLE, List.of(Box.of(lead, Style.WARNING)));
        if (pile.fictitious()) {
            book.row(LINE, List.of(Box.of(viewer.t("web.fictitious"), Style.WARNING)));
        }
        book.row(LINE, heads(viewer));
        for (Cell cell : visit.view().cells()) {
            book.row(LINE, row(viewer, visit, cell));
        }
    }

    /** What they are called: by the school when there is one alone. */
    private static Message title(List<Samples.Visit> visits) {
        Samples.Visit first = visits.get(0);
        return visits.size() == 1
                ? Message.of("visit.title", first.school().schoolName())
                : Message.of("visit.title.many", first.sample().id().toString());
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
