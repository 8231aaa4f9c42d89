package fr.preau.workbook;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.job.JobQueue;
import fr.preau.job.Jobs;
import fr.preau.job.TestWorker;
import fr.preau.kernel.JobId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.WorkbookId;
import java.nio.file.Path;
import java.util.List;

/** The scene with the services of workbooks, and the gestures that their tests repeat. */
final class Desk {
    final Scene scene;
    final WorkbookServices workbooks;
    final Jobs jobs;
    private final TestWorker worker;

    Desk(TestDatabase postgres) {
        scene = new Scene(postgres);
        JobQueue queue = new JobQueue(scene.database, scene.journal, scene.clock);
        jobs = new Jobs(scene.database, scene.journal, queue, scene.clock);
        workbooks = WorkbookServices.on(
                new WorkbookServices.Ground(
                        scene.database, scene.journal, scene.campaigns, scene.checklists, scene.audits),
                jobs,
                scene.clock);
        worker = new TestWorker(scene, queue, workbooks.kinds());
    }

    byte[] export(Principal by, Format format, Shape shape) {
        return export(by, Selection.all(scene.campaign), format, shape);
    }

    byte[] export(Principal by, Selection selection, Format format, Shape shape) {
        return workbooks
                .exports()
                .file(by, new Exports.Wish(selection, format, shape, false))
                .content();
    }

    Report read(Principal by, byte[] file) {
        Path path = Books.file(file);
        try {
            WorkbookId id = workbooks.imports().read(by, scene.campaign, "classeur.ods", path);
            return report(by, id);
        } finally {
            path.toFile().delete();
        }
    }

    Report report(Principal by, WorkbookId id) {
        return workbooks.imports().report(by, id, null, null, 0);
    }

    /** Applies what is chosen, and gives the report of afterwards. */
    Report apply(Principal by, Report report) {
        WorkbookId id = report.reading().id();
        JobId job = workbooks.imports().apply(by, id, workbooks.application());
        worker.workOff();
        said = jobs.find(by, job).said().key();
        return report(by, id);
    }

    String said;

    void workOff() {
        worker.workOff();
    }

    void choose(Principal by, Report report, List<Integer> ticked) {
        workbooks
                .imports()
                .choose(
                        by,
                        report.reading().id(),
                        report.page().items().stream().map(Reading.Line::number).toList(),
                        ticked);
    }

    void save(Principal by, Uai school, String control, Verdict verdict, String comment) {
        int seen = cell(by, school, control).version();
        scene.answers.save(by, scene.audit(school), Scene.control(control), seen, new NewAnswer(verdict, comment));
    }

    Cell cell(Principal by, Uai school, String control) {
        return scene.audits
                .control(by, scene.audit(school), Scene.control(control))
                .cell();
    }
}
