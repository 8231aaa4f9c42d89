package fr.preau.report;

import fr.preau.access.Principal;
import fr.preau.audit.AuditView;
import fr.preau.audit.Audits;
import fr.preau.database.Database;
import fr.preau.deliverable.Dossier;
import fr.preau.deliverable.Limiter;
import fr.preau.deliverable.PdfPress;
import fr.preau.deliverable.ReportFile;
import fr.preau.deliverable.Stationery;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.web.Site;
import java.time.InstantSource;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** « Nos cinq priorités » of a school, for who sees answers of it: as a page, and on one sheet of paper. */
public final class PriorityReports {
    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final InstantSource clock;
    private final Stationery stationery;
    private final Limiter limiter = Limiter.standard();
    private final PdfPress press = new PdfPress();

    PriorityReports(Database database, Journal journal, Audits audits, Site site, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.clock = clock;
        this.stationery = stationery(site);
    }

    static Stationery stationery(Site site) {
        return new Stationery(site, "report/priorities.css", "");
    }

    /** @throws Refusal not found, outside the person's units and where they see no answer */
    public Priorities show(Principal by, AuditId id) {
        return database.call(by, tx -> read(tx, by, id));
    }

    /** On paper, {@code audit.prioritised} in the journal. */
    public ReportFile pdf(Principal by, AuditId id, Locale locale) {
        return limiter.run(() -> {
            Priorities priorities = database.call(by, tx -> {
                Priorities read = read(tx, by, id);
                journal.record(
                        tx, Entry.of(by, "audit.prioritised", read.audit().object()));
                return read;
            });
            Priorities.Sheet sheet = new Priorities.Sheet(
                    priorities,
                    new Dossier.Asker(by.name(), by.employerLabel()),
                    Paris.today(clock).atStartOfDay(Paris.ZONE).toInstant());
            byte[] pdf = print(press, stationery, sheet, locale);
            return new ReportFile("preau-priorites-" + priorities.audit().uai() + ".pdf", pdf);
        });
    }

    static byte[] print(PdfPress press, Stationery stationery, Priorities.Sheet sheet, Locale locale) {
        return press.print(stationery.paper("report/priorities.jte", sheet, locale), sheet.askedAt());
    }

    private Priorities read(Handle tx, Principal by, AuditId id) {
        AuditView view = audits.view(tx, by, id);
        if (view.sight().progressOnly()) {
            throw Refusal.notFound();
        }
        return Priorities.of(view, tx.attach(ReportSql.class).fictitious(id));
    }
}
