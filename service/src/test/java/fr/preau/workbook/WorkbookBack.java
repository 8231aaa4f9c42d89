package fr.preau.workbook;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.kernel.WorkbookId;
import java.nio.file.Path;

/** A workbook of somebody's that has come back with something of each kind in it, and waits to be applied. */
public final class WorkbookBack {
    private WorkbookBack() {}

    public static WorkbookId of(App app, Principal agent) {
        WorkbookServices workbooks = app.services().workbooks();
        Selection all = Selection.all(app.scene().campaign);
        byte[] file = workbooks
                .exports()
                .file(agent, new Exports.Wish(all, Format.ODS, Shape.THEMES, false))
                .content();
        Path path = Books.file(Edited.of(file)
                .set(Scene.COLLEGE.value(), "PAT-01", "Conforme", "Relevé en novembre.")
                .set(Scene.SECOND_COLLEGE.value(), "PAT-01", "Peut-être", "")
                .set(Scene.THIRD_COLLEGE.value(), "PAT-01", "Non applicable", "")
                .save(Format.ODS));
        try {
            return workbooks.imports().read(agent, app.scene().campaign, "colleges.ods", path);
        } finally {
            path.toFile().delete();
        }
    }
}
