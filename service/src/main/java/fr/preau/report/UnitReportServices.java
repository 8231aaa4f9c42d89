package fr.preau.report;

import fr.preau.audit.Audits;
import fr.preau.dashboard.DashboardServices;
import fr.preau.database.Database;
import fr.preau.deliverable.Limiter;
import fr.preau.journal.Journal;
import fr.preau.plan.Actions;
import fr.preau.web.Site;
import fr.preau.web.Web;
import java.time.InstantSource;

/** The reports of units, and the page of a head of school, built together. */
public record UnitReportServices(UnitReports units, PriorityReports priorities) {
    /** What they stand on. */
    public record Ground(Database database, Journal journal, Audits audits, InstantSource clock) {}

    public static UnitReportServices on(Ground ground, DashboardServices views, Actions actions) {
        Site site = Web.site(false);
        UnitReadings readings = new UnitReadings(ground.database(), ground.journal(), views, actions, ground.clock());
        return new UnitReportServices(
                new UnitReports(readings, site, Limiter.standard()),
                new PriorityReports(ground.database(), ground.journal(), ground.audits(), site, ground.clock()));
    }
}
