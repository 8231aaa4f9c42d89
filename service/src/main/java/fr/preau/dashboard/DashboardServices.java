package fr.preau.dashboard;

import fr.preau.audit.Audits;
import fr.preau.checklist.Checklists;
import fr.preau.database.Database;
import java.time.InstantSource;

/** What reads figures, built together. */
public record DashboardServices(Dashboards dashboards, Tables tables, Panels panels, Benchmarks benchmarks) {
    public static DashboardServices on(Database database, Checklists checklists, Audits audits, InstantSource clock) {
        return new DashboardServices(
                new Dashboards(database, checklists, new SchoolLists(database, audits, clock)),
                new Tables(database, checklists),
                new Panels(database),
                new Benchmarks(database, checklists));
    }
}
