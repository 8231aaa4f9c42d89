package fr.preau.job;

import fr.preau.access.Principal;
import org.jdbi.v3.core.Handle;

/**
 * One kind of long work. A feature makes one, asks {@link Jobs} for it and gives it to the {@link Worker}; its name in
 * words is {@code job.kind.NAME} in the message bundles.
 *
 * @param <P> what a job of this kind is told: a record of plain values, kept as JSON until it runs
 */
public interface JobKind<P extends Record> {
    /** Small letters and dots, such as {@code workbook.import}: kept in the database, so never changed. */
    String name();

    Class<P> parameters();

    /**
     * Does the work, from its beginning: an attempt that was cut off has left nothing.
     *
     * @param tx the one transaction of the job, which also ends it; what is written elsewhere would not be undone
     * @param by who asked, with the rights of now: check them as for any request
     * @param progress to be told from time to time, and at least every second or so: it is also where a job is stopped
     * @throws fr.preau.kernel.Refusal in words that the person will read
     */
    Outcome run(Handle tx, Principal by, P parameters, Progress progress);
}
