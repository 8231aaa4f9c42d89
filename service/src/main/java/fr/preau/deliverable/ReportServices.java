package fr.preau.deliverable;

import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.review.Samples;
import fr.preau.web.Site;
import fr.preau.web.Web;
import java.time.InstantSource;

/** The report of one audit, those of a collectivity's schools in one file, and the sheets of visits, alike. */
public record ReportServices(AuditReport one, SchoolReports many, VisitSheets visits, SampleSheets sheets) {
    /** All print audits; the first two share one press. */
    public static ReportServices on(
            Database database, Journal journal, Dossiers dossiers, Samples samples, InstantSource clock) {
        Site site = Web.site(false);
        AuditReport one = new AuditReport(dossiers, site, Limiter.standard());
        VisitSheets visits = new VisitSheets(samples, database, site, Limiter.standard(), clock);
        return new ReportServices(
                one,
                new SchoolReports(database, journal, one, clock),
                visits,
                new SampleSheets(samples, visits, journal));
    }
}
