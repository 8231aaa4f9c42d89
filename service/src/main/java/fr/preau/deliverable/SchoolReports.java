package fr.preau.deliverable;

import fr.preau.access.Principal;
import fr.preau.audit.Audits;
import fr.preau.database.Database;
import fr.preau.job.JobFile;
import fr.preau.job.JobKind;
import fr.preau.job.Jobs;
import fr.preau.job.LargeFile;
import fr.preau.job.Outcome;
import fr.preau.job.Progress;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.JobId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The job that prints the report of every school of a collectivity into one ZIP. What it holds is decided when it runs,
 * by the sight of who asked; it is handed out only while each of its schools is still in that sight (ADR 43).
 */
public final class SchoolReports implements JobKind<SchoolReports.Parameters> {
    private static final byte[] IN_PARTS = {};

    private final Database database;
    private final Journal journal;
    private final AuditReport report;
    private final InstantSource clock;

    public SchoolReports(Database database, Journal journal, AuditReport report, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.report = report;
        this.clock = clock;
    }

    /**
     * Of which schools.
     *
     * @param language of our own words
     */
    public record Parameters(CampaignId campaign, UnitId collectivity, String language) {}

    @Override
    public String name() {
        return "reports.bundle";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    /**
     * Asks for it.
     *
     * @throws Refusal not found, where the person sees no school of it by name
     */
    JobId ask(Principal by, Jobs jobs, Parameters wish) {
        return database.call(by, tx -> {
            schools(tx, by, wish);
            return jobs.ask(by, this, wish);
        });
    }

    @Override
    public Outcome run(Handle tx, Principal by, Parameters wish, Progress progress) {
        List<SchoolReport> schools = schools(tx, by, wish);
        progress.at(0, schools.size());
        try (LargeFile file = new LargeFile(tx, progress)) {
            ReportBundle bundle = new ReportBundle(file);
            for (SchoolReport school : schools) {
                file.about(school.id());
                Locale locale = Locale.forLanguageTag(wish.language());
                bundle.add(school, report.printInTurn(by, school.id(), locale).content());
                progress.at(progress.done() + 1, schools.size());
            }
            bundle.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: the database is no file", e);
        }
        journal.record(
                tx,
                Entry.of(by, "reports.bundled", "campaign/" + wish.campaign())
                        .with(Map.of("unit", wish.collectivity().toString(), "schools", schools.size())));
        String campaign = tx.attach(SchoolReportsSql.class).campaign(wish.campaign());
        return Outcome.file(
                new JobFile(name(wish, campaign), "application/zip", IN_PARTS),
                Message.of("reports.bundled", schools.size()));
    }

    private List<SchoolReport> schools(Handle tx, Principal by, Parameters wish) {
        if (wish.collectivity().kind() != UnitId.Kind.COLLECTIVITY) {
            throw Refusal.notFound();
        }
        List<SchoolReport> schools = tx.attach(SchoolReportsSql.class)
                .schools(wish.campaign(), wish.collectivity().code(), Audits.named(by), Paris.today(clock));
        if (schools.isEmpty()) {
            throw Refusal.notFound();
        }
        return schools;
    }

    private static String name(Parameters wish, String campaign) {
        String plain = ReportFile.plain(campaign);
        return "preau-" + wish.collectivity().code() + "-" + plain.substring(0, Math.min(plain.length(), 40)) + ".zip";
    }
}
