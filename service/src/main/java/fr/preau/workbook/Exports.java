package fr.preau.workbook;

import fr.preau.access.Principal;
import fr.preau.audit.Audits;
import fr.preau.audit.CampaignLine;
import fr.preau.campaign.Campaign;
import fr.preau.database.Database;
import fr.preau.job.JobFile;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes workbooks of a person's audits: what they may see, with the cells open that they may write. */
public final class Exports {
    /** Most schools of one workbook. */
    public static final int MOST = 1_500;

    /** Most schools of one that is made while the person waits; a larger one is a job. */
    public static final int MOST_AT_ONCE = 300;

    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final Snapshots snapshots;
    private final InstantSource clock;

    public Exports(Database database, Journal journal, Audits audits, Snapshots snapshots, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** How a workbook is to be. */
    public record Wish(Selection selection, Format format, Shape shape, boolean fictitious) {}

    /** The campaigns in which the person has audits, and the one of the page: that named, else one that runs, else the newest. */
    public Optional<Stock> stock(Principal by, @Nullable CampaignId wanted) {
        List<CampaignLine> opened = audits.campaigns(by).stream()
                .filter(line -> line.openedAt() != null && line.expected() > 0)
                .toList();
        Optional<CampaignLine> line = opened.stream()
                .filter(one -> wanted == null || one.id().equals(wanted))
                .min(Comparator.comparing(one -> one.phase(snapshots.today()) != Campaign.Phase.OPEN));
        if (line.isEmpty() && wanted != null) {
            throw Refusal.notFound();
        }
        return line.map(one -> database.call(by, tx -> {
            WorkbookSql sql = tx.attach(WorkbookSql.class);
            return new Stock(
                    one,
                    opened,
                    sql.places(one.id(), Snapshots.perimeter(by), snapshots.today()),
                    sql.labels(Snapshots.owners(by)),
                    snapshots.themes(tx, one.id()),
                    snapshots.today());
        }));
    }

    /** How many schools a selection holds, and how many of them take answers now. */
    public Count count(Principal by, Selection selection) {
        return database.call(by, tx -> {
            var found = tx.attach(WorkbookSql.class)
                    .audits(
                            selection,
                            Snapshots.owners(by),
                            null,
                            Snapshots.perimeter(by),
                            snapshots.today(),
                            MOST + 1);
            long open = found.stream()
                    .filter(audit -> audit.state().open() && audit.running(snapshots.today()))
                    .count();
            return new Count(found.size(), (int) open);
        });
    }

    /** What {@link #count} tells. */
    public record Count(int schools, int open) {
        public boolean atOnce() {
            return schools <= MOST_AT_ONCE;
        }

        public boolean tooMany() {
            return schools > MOST;
        }
    }

    /**
     * Makes the workbook, and records that it was handed out.
     *
     * @throws Refusal not found for a campaign of which one has no audit; invalid when the selection is empty or too large
     */
    public JobFile file(Principal by, Wish wish) {
        Made made = database.call(by, tx -> make(tx, by, wish));
        return made.file();
    }

    Made make(Handle tx, Principal by, Wish wish) {
        Snapshot snapshot = snapshots.of(tx, by, wish.selection(), MOST + 1);
        int schools = snapshot.rows().size();
        if (schools == 0 && count(by, Selection.all(snapshot.campaign())).schools() == 0) {
            throw Refusal.notFound();
        }
        if (schools == 0 || schools > MOST) {
            throw Refusal.invalid("selection", schools == 0 ? "workbook.export.none" : "workbook.export.tooMany", MOST);
        }
        byte[] content = write(snapshot, wish, by, Seal.read(tx));
        journal.record(
                tx,
                Entry.of(by, "workbook.exported", "campaign/" + snapshot.campaign())
                        .with(Map.of("schools", schools, "format", wish.format().name())));
        return new Made(new JobFile(name(snapshot, wish.format()), wish.format().type(), content), schools);
    }

    /** A workbook, and of how many schools. */
    record Made(JobFile file, int schools) {}

    private byte[] write(Snapshot snapshot, Wish wish, Principal by, Seal seal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BookWriter book = wish.format().writer(out)) {
            List<List<String>> seen = Seen.of(snapshot, clock.instant()).rows(seal);
            new Composer(book, snapshot, wish.fictitious())
                    .write(wish.shape(), new Guide(by.name(), clock.instant()), seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String name(Snapshot snapshot, Format format) {
        String campaign = SearchText.fold(snapshot.campaignName()).replace(' ', '-');
        String short60 = campaign.length() > 60 ? campaign.substring(0, 60) : campaign;
        return "preau-" + short60 + "-" + snapshot.rows().size() + "-etablissements" + format.ending();
    }
}
