package fr.preau.report;

import fr.preau.audit.Audits;
import fr.preau.audit.Follows;
import fr.preau.dashboard.DashboardServices;
import fr.preau.database.Database;
import fr.preau.deliverable.Limiter;
import fr.preau.journal.Journal;
import fr.preau.plan.Actions;
import fr.preau.review.Samples;
import fr.preau.web.Site;
import fr.preau.web.Web;
import java.time.InstantSource;

/** The reports of units, and the page of a head of school, built together. */
public record UnitReportServices(UnitReports units, PriorityReports priorities) {
    /** What they stand on. */
    public record Ground(Database database, Journal journal, Audits audits, InstantSource clock) {}

    /** Whose pages the reports repeat. */
    public record Shown(DashboardServices views, Actions actions, Follows follows, Samples samples) {}

    public static UnitReportServices on(Ground ground, Shown shown) {
        Site site = Web.site(false);
        UnitWatches watches = new UnitWatches(ground.audits(), shown.follows(), shown.samples());
        UnitReadings readings = new UnitReadings(
                ground.database(),
                ground.journal(),
                shown.views(),
                new UnitReadings.Beside(shown.actions(), watches),
                ground.clock());
        return new UnitReportServices(
                new UnitReports(readings, site, Limiter.standard()),
                new PriorityReports(ground.database(), ground.journal(), ground.audits(), site, ground.clock()));
    }
}
