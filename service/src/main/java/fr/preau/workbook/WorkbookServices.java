package fr.preau.workbook;

import fr.preau.audit.Audits;
import fr.preau.campaign.Campaigns;
import fr.preau.checklist.Checklists;
import fr.preau.database.Database;
import fr.preau.job.JobKind;
import fr.preau.job.Jobs;
import fr.preau.journal.Journal;
import java.time.InstantSource;
import java.util.List;

/** The services of this feature, as the root wires them, with the kinds of work that they ask for. */
public record WorkbookServices(
        Exports exports, Imports imports, Jobs jobs, LargeExport largeExport, Application application) {

    /** What the feature is made on. */
    public record Ground(
            Database database, Journal journal, Campaigns campaigns, Checklists checklists, Audits audits) {}

    public static WorkbookServices on(Ground ground, Jobs jobs, InstantSource clock) {
        Snapshots snapshots = new Snapshots(ground.campaigns(), ground.checklists(), clock);
        Exports exports = new Exports(ground.database(), ground.journal(), ground.audits(), snapshots, clock);
        Imports imports = new Imports(ground.database(), ground.journal(), jobs, snapshots, clock);
        return new WorkbookServices(
                exports, imports, jobs, new LargeExport(exports), new Application(ground.journal(), snapshots, clock));
    }

    public List<JobKind<?>> kinds() {
        return List.of(largeExport, application);
    }
}
