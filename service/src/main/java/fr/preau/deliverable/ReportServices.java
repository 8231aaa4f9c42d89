package fr.preau.deliverable;

import fr.preau.database.Database;
import fr.preau.journal.Journal;
import fr.preau.web.Site;
import java.time.InstantSource;

/** The report of one audit, and those of a collectivity's schools in one file. */
public record ReportServices(AuditReport one, SchoolReports many) {
    /** Both print the same dossiers, and share one press. */
    public static ReportServices on(
            Database database, Journal journal, Dossiers dossiers, Site site, InstantSource clock) {
        AuditReport one = new AuditReport(dossiers, site, Limiter.standard());
        return new ReportServices(one, new SchoolReports(database, journal, one, clock));
    }
}
