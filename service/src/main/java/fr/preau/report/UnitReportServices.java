package fr.preau.report;

import fr.preau.dashboard.DashboardServices;
import fr.preau.database.Database;
import fr.preau.deliverable.Limiter;
import fr.preau.journal.Journal;
import fr.preau.plan.Actions;
import fr.preau.web.Web;
import java.time.InstantSource;

/** The reports of units, built together. */
public record UnitReportServices(UnitReports units) {
    public static UnitReportServices on(
            Database database, Journal journal, DashboardServices views, Actions actions, InstantSource clock) {
        UnitReadings readings = new UnitReadings(database, journal, views, actions, clock);
        return new UnitReportServices(new UnitReports(readings, Web.site(false), Limiter.standard()));
    }
}
