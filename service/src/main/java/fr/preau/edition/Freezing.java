package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.job.JobKind;
import fr.preau.job.Outcome;
import fr.preau.job.Progress;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The job that freezes the figures of a new deliverable and begins it: seconds, for a whole country. */
public final class Freezing implements JobKind<NewDeliverable> {
    private final Deliverables deliverables;

    Freezing(Deliverables deliverables) {
        this.deliverables = deliverables;
    }

    @Override
    public String name() {
        return "edition.freeze";
    }

    @Override
    public Class<NewDeliverable> parameters() {
        return NewDeliverable.class;
    }

    /**
     * What to ask of the job.
     *
     * @throws fr.preau.kernel.Refusal not found, for a unit that the person does not edit
     */
    NewDeliverable wish(Principal by, NewDeliverable asked) {
        deliverables.mustEdit(by, asked.unit());
        return asked;
    }

    @Override
    public Outcome run(Handle tx, Principal by, NewDeliverable asked, Progress progress) {
        List<Snapshots.Taken> taken = apart(() -> deliverables.take(by, asked, () -> progress.at(0, 0)));
        long rows = taken.stream().mapToLong(Snapshots.Taken::rows).sum();
        DeliverableId id =
                deliverables.begin(tx, by, asked, taken, written -> progress.at(progress.done() + written, rows));
        return Outcome.shownAt("/livrables/" + id + "?fait=started", Message.of("edition.done.started"));
    }

    /** On a thread of its own: within the job's transaction the reading would join it, and not be of one moment. */
    private static <T> T apart(Supplier<T> reading) {
        try {
            return CompletableFuture.supplyAsync(reading).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
