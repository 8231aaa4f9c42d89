package fr.preau.workbook;

import fr.preau.access.Principal;
import fr.preau.job.JobKind;
import fr.preau.job.Outcome;
import fr.preau.job.Progress;
import fr.preau.kernel.Message;
import org.jdbi.v3.core.Handle;

/** The job that makes a workbook of more schools than one waits for. */
public final class LargeExport implements JobKind<LargeExport.Parameters> {
    private final Exports exports;

    public LargeExport(Exports exports) {
        this.exports = exports;
    }

    /** What is wished for, as plain values. */
    public record Parameters(Selection selection, Format format, Shape shape, boolean fictitious) {}

    @Override
    public String name() {
        return "workbook.export";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Outcome run(Handle tx, Principal by, Parameters wish, Progress progress) {
        Exports.Made made = exports.make(
                tx, by, new Exports.Wish(wish.selection(), wish.format(), wish.shape(), wish.fictitious()));
        progress.at(made.schools(), made.schools());
        return Outcome.file(made.file(), Message.of("workbook.exported", made.schools()));
    }
}
