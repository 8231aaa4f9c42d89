package fr.preau.workbook;

import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.database.Database;
import fr.preau.job.Job;
import fr.preau.job.Jobs;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.JobId;
import fr.preau.kernel.Page;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.WorkbookId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads workbooks that come back, keeps what they would change until it is chosen and applied, and shows it. */
public final class Imports {
    /** Lines of a report that one page shows. */
    public static final int SHOWN = 100;

    private final Database database;
    private final Journal journal;
    private final Jobs jobs;
    private final Snapshots snapshots;
    private final InstantSource clock;

    public Imports(Database database, Journal journal, Jobs jobs, Snapshots snapshots, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.jobs = jobs;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Reads the file and keeps its report; no answer is written.
     *
     * @param expected the campaign that the person has chosen
     * @param name of the file, for the person to know it again
     * @throws Refusal invalid, when the file is not one of ours, is of another campaign or checklist, was changed where it
     *     must not, or is too large
     */
    public WorkbookId read(Principal by, CampaignId expected, String name, Path file) {
        by.needs(Scope.ANSWER);
        database.run(Actor.SYSTEM, tx -> sql(tx).sweep(clock.instant().minus(Job.KEPT)));
        try (Parts parts = Parts.open(file)) {
            BookReader book = BookReader.of(parts);
            List<List<String>> hidden = new ArrayList<>();
            book.read(Layout.SEEN::equals, (tab, cells) -> hidden.add(List.copyOf(cells)));
            return database.call(by, tx -> {
                Seen seen = Seen.read(hidden, Seal.read(tx));
                mustBeOf(tx, by, expected, seen);
                WorkbookId id = sql(tx).insert(by.account(), expected, named(name), seen.madeAt(), clock.instant());
                Intake intake = new Intake(tx, by, snapshots, id, seen);
                book.read(tab -> !tab.equals(Layout.SEEN) && !tab.equals(Layout.GUIDE), intake);
                intake.end();
                journal.record(
                        tx, Entry.of(by, "workbook.read", "workbook/" + id).with(Map.of("campaign", expected.value())));
                return id;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mustBeOf(Handle tx, Principal by, CampaignId expected, Seen seen) {
        Snapshot none = snapshots.of(tx, by, Selection.all(expected), 1);
        if (none.rows().isEmpty()) {
            throw Refusal.notFound();
        }
        if (seen.campaign() != expected.value()) {
            throw Refusal.invalid("fichier", "workbook.file.otherCampaign", none.campaignName());
        }
        if (seen.checklist() != none.checklist().id().value()) {
            throw Refusal.invalid("fichier", "workbook.file.otherChecklist");
        }
    }

    /** What the person has read in lately, newest first. */
    public List<Reading> list(Principal by) {
        return database.call(by, tx -> sql(tx).readings(by.account(), null));
    }

    /** One report: the whole in numbers, and a part of its lines. */
    public Report report(Principal by, WorkbookId id, @Nullable Finding finding, @Nullable String outcome, int after) {
        return database.call(by, tx -> {
            Reading reading = find(tx, by, id);
            List<Reading.Line> lines = sql(tx).lines(by.account(), id, finding, outcome, after, SHOWN + 1);
            return new Report(
                    reading,
                    sql(tx).counts(by.account(), id),
                    finding,
                    outcome,
                    Page.of(lines, SHOWN, line -> Integer.toString(line.number())));
        });
    }

    /** Keeps which of the lines that one page has shown are to be written. */
    public void choose(Principal by, WorkbookId id, List<Integer> shown, List<Integer> ticked) {
        by.needs(Scope.ANSWER);
        database.run(by, tx -> {
            find(tx, by, id);
            sql(tx).choose(by.account(), id, shown, ticked);
        });
    }

    /**
     * Asks for the job that writes the chosen lines.
     *
     * @throws Refusal conflict when none is chosen, or when it was applied or is being applied already
     */
    public JobId apply(Principal by, WorkbookId id, Application kind) {
        by.needs(Scope.ANSWER);
        return database.call(by, tx -> {
            Reading reading = find(tx, by, id);
            if (reading.chosen() == 0) {
                throw Refusal.conflict("workbook.apply.none");
            }
            JobId job = jobs.ask(by, kind, new Application.Parameters(id.value()));
            if (sql(tx).hand(by.account(), id, job) == 0) {
                throw Refusal.conflict("workbook.apply.twice");
            }
            return job;
        });
    }

    private static Reading find(Handle tx, Principal by, WorkbookId id) {
        return sql(tx).readings(by.account(), id).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    private static String named(String name) {
        String bare =
                name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        String kept = bare.isEmpty() ? "classeur" : bare;
        return kept.length() > 120 ? kept.substring(kept.length() - 120) : kept;
    }

    private static ImportSql sql(Handle tx) {
        return tx.attach(ImportSql.class);
    }
}
