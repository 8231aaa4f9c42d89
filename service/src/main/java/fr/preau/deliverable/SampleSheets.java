package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.job.JobFile;
import fr.preau.job.JobKind;
import fr.preau.job.Jobs;
import fr.preau.job.LargeFile;
import fr.preau.job.Outcome;
import fr.preau.job.Progress;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.JobId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SampleId;
import fr.preau.review.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The job that gathers the sheets of a sample in one file: a PDF to print, or a spreadsheet with a tab a school. As
 * {@link SchoolReports}, it holds what who asked may see when it runs, and is handed out only while they still may.
 */
public final class SampleSheets implements JobKind<SampleSheets.Parameters> {
    /** Most sheets that one PDF gathers: its tags, of each cell of each table, must fit into a small machine's memory. */
    public static final int PRINTED = 100;

    private static final byte[] IN_PARTS = {};

    private final Samples samples;
    private final VisitSheets sheets;
    private final Journal journal;

    public SampleSheets(Samples samples, VisitSheets sheets, Journal journal) {
        this.samples = samples;
        this.sheets = sheets;
        this.journal = journal;
    }

    /** In what they are gathered. */
    public enum Kind {
        PDF("application/pdf"),
        ODS("application/vnd.oasis.opendocument.spreadsheet");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /** @param language of our own words */
    public record Parameters(SampleId sample, Kind kind, String language) {}

    @Override
    public String name() {
        return "visit.sheets";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    /**
     * Asks for it.
     *
     * @throws Refusal not found outside the units in which the person reviews; conflict when one PDF can't hold them
     */
    JobId ask(Principal by, Jobs jobs, Parameters wish) {
        int schools = samples.get(by, wish.sample()).schools().size();
        if (wish.kind() == Kind.PDF && schools > PRINTED) {
            throw Refusal.conflict("visit.sheets.tooMany", PRINTED);
        }
        return jobs.ask(by, this, wish);
    }

    @Override
    public Outcome run(Handle tx, Principal by, Parameters wish, Progress progress) {
        List<Samples.Visit> visits = samples.visits(by, wish.sample());
        if (visits.isEmpty()) {
            throw Refusal.notFound();
        }
        try (LargeFile file = new LargeFile(tx, progress)) {
            visits.forEach(visit -> file.about(visit.school().audit()));
            write(sheets.pile(by, visits), wish, file, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: the database is no file", e);
        }
        journal.record(
                tx,
                Entry.of(by, "sample.printed", "sample/" + wish.sample())
                        .with(Map.of(
                                "schools", visits.size(), "format", wish.kind().name())));
        String name =
                "preau-visites-" + wish.sample() + "." + wish.kind().name().toLowerCase(Locale.ROOT);
        return Outcome.file(
                new JobFile(name, wish.kind().type, IN_PARTS), Message.of("visit.sheets.done", visits.size()));
    }

    private void write(VisitSheets.Pile pile, Parameters wish, LargeFile file, Progress progress) throws IOException {
        Locale locale = Locale.forLanguageTag(wish.language());
        int whole = pile.visits().size();
        progress.at(0, whole);
        switch (wish.kind()) {
            case PDF -> {
                byte[] printed = sheets.print(pile, locale, done -> progress.at(done, whole));
                file.write(printed, 0, printed.length);
            }
            case ODS -> sheets.write(pile, locale, file);
        }
    }
}
