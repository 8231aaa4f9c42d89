package fr.preau.job;

import fr.preau.access.Principal;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** The jobs as the service sees them: which is next, who has it, how it ended. {@link Worker} alone asks here. */
public final class JobQueue {
    /** A job without a sign of life for so long is free: several signs would have been missed. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final Semaphore bell = new Semaphore(0);

    public JobQueue(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** The next job of these kinds, from now on this service's. */
    Optional<Claimed> claim(Collection<String> kinds) {
        return database.call(
                Actor.SYSTEM,
                tx -> sql(tx).claim(
                                List.copyOf(kinds),
                                UUID.randomUUID(),
                                clock.instant(),
                                clock.instant().minus(LEASE)));
    }

    /** Gives a sign of life and writes the progress down; false when the job is no longer this attempt's. */
    boolean beat(Claimed job, Progress progress) {
        return database.call(
                Actor.SYSTEM,
                tx -> sql(tx).beat(job.id(), job.claim(), progress.done(), progress.total(), clock.instant()) > 0);
    }

    /**
     * Ends the job in the transaction of its work.
     *
     * @throws Progress.Stopped when it was stopped, or taken up by another service: nothing is kept
     */
    void done(Handle tx, Principal by, Claimed job, Progress progress, Outcome outcome) {
        String said = Said.json(outcome.said());
        int ended = sql(tx).end(
                        job, JobState.DONE, said, outcome.href(), progress.total(), progress.total(), clock.instant());
        if (ended == 0) {
            throw new Progress.Stopped();
        }
        if (outcome.file() != null) {
            sql(tx).insertFile(job.id(), outcome.file(), Jobs.rights(by));
        }
        journal.record(tx, Entry.of(by, "job.done", "job/" + job.id()).with(Map.of("kind", job.kind())));
    }

    /** Ends the job without anything kept but the reason. */
    void fail(Claimed job, Progress progress, Message why) {
        database.run(job, tx -> {
            int ended = sql(tx).end(
                            job,
                            JobState.FAILED,
                            Said.json(why),
                            null,
                            progress.done(),
                            progress.total(),
                            clock.instant());
            if (ended > 0) {
                journal.record(
                        tx, Entry.of(job, "job.failed", "job/" + job.id()).with(Map.of("kind", job.kind())));
            }
        });
    }

    /**
     * Puts the job back, to be taken up again from its beginning; changes nothing when it was stopped.
     *
     * @param counted whether this attempt counts among those after which it is given up
     */
    void giveBack(Claimed job, boolean counted) {
        database.run(Actor.SYSTEM, tx -> sql(tx).giveBack(job.id(), job.claim(), counted ? 0 : 1));
    }

    /** Deletes the jobs whose time is over, each with its file. */
    void sweep() {
        database.run(Actor.SYSTEM, tx -> sql(tx).sweep(clock.instant().minus(Job.KEPT)));
    }

    /** Tells the worker that there is something to do. */
    void ring() {
        bell.release();
    }

    /** Waits until somebody rings, at most so long. */
    void await(Duration most) throws InterruptedException {
        if (bell.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    private static JobSql sql(Handle tx) {
        return tx.attach(JobSql.class);
    }
}
