package fr.preau.workbook;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.job.JobQueue;
import fr.preau.job.Jobs;
import fr.preau.job.TestWorker;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Uai;
import fr.preau.kernel.WorkbookId;
import java.nio.file.Path;

/** A workbook that goes out and comes back on somebody's scene, for tests that lie elsewhere. */
public final class Trip {
    private final WorkbookServices workbooks;
    private final TestWorker worker;

    public Trip(Scene scene) {
        JobQueue queue = new JobQueue(scene.database, scene.journal, scene.clock);
        workbooks = WorkbookServices.on(
                new WorkbookServices.Ground(
                        scene.database, scene.journal, scene.campaigns, scene.checklists, scene.audits),
                new Jobs(scene.database, scene.journal, queue, scene.clock),
                scene.clock);
        worker = new TestWorker(scene, queue, workbooks.kinds());
    }

    public byte[] take(Principal by, CampaignId campaign) {
        Exports.Wish wish = new Exports.Wish(Selection.all(campaign), Format.ODS, Shape.WHOLE, false);
        return workbooks.exports().file(by, wish).content();
    }

    /** Brings it back with one cell changed, and applies what may be applied unasked; whether there was such a thing. */
    public boolean bring(Principal by, CampaignId campaign, byte[] file) {
        Path path = Books.file(file);
        try {
            WorkbookId id = workbooks.imports().read(by, campaign, "classeur.ods", path);
            if (workbooks.imports().report(by, id, null, null, 0).reading().chosen() == 0) {
                return false;
            }
            workbooks.imports().apply(by, id, workbooks.application());
            worker.workOff();
            return true;
        } finally {
            path.toFile().delete();
        }
    }

    /** The file with one cell filled in. */
    public static byte[] filled(byte[] file, Uai school, ControlCode control, Verdict verdict, String comment) {
        return Edited.of(file)
                .set(school.value(), control.value(), Wording.label(verdict), comment)
                .save(Format.ODS);
    }
}
