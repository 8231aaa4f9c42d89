package fr.preau.job;

import fr.preau.kernel.JobId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How far a job has come. Telling it costs nothing: it is written down beside the work, every second. */
public final class Progress {
    private final JobId job;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();

    Progress(JobId job) {
        this.job = job;
    }

    /** The job is to end here: its transaction is rolled back. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("the job was stopped", null, false, false);
        }
    }

    /**
     * Tells how much of how much is done.
     *
     * @throws RuntimeException when the job was stopped meanwhile; let it pass
     */
    public void at(long part, long whole) {
        done.set(part);
        total.set(whole);
        if (stopped.get()) {
            throw new Stopped();
        }
    }

    /** Of which job it tells. */
    JobId job() {
        return job;
    }

    void stop() {
        stopped.set(true);
    }

    public long done() {
        return done.get();
    }

    long total() {
        return total.get();
    }
}
