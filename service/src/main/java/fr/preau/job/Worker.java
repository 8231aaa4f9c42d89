package fr.preau.job;

import fr.preau.access.Principal;
import fr.preau.access.Sessions;
import fr.preau.database.Database;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import io.dropwizard.lifecycle.Managed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's own thread that does jobs, one after the other. A service that is killed leaves its job to the next, be
 * it itself started again or another on the same database; one that is stopped gives it back at once.
 */
public final class Worker implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ATTEMPTS = 3;
    private static final int SWEEP_EVERY = 600;

    private final Database database;
    private final JobQueue queue;
    private final Sessions sessions;
    private final Map<String, JobKind<?>> kinds;
    private final Thread thread = new Thread(this::work, "jobs");
    private volatile boolean stopping;
    private volatile @Nullable Progress current;
    private boolean failing;

    public Worker(Database database, JobQueue queue, Sessions sessions, List<JobKind<?>> kinds) {
        this.database = database;
        this.queue = queue;
        this.sessions = sessions;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        stopping = true;
        Progress running = current;
        if (running != null) {
            running.stop();
        }
        queue.ring();
        thread.join(PATIENCE.toMillis());
    }

    private void work() {
        for (int turn = 0; !stopping; turn++) {
            try {
                if (turn % SWEEP_EVERY == 0) {
                    queue.sweep();
                }
                if (!workOnce()) {
                    queue.await(PAUSE);
                }
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                complain(e);
            }
        }
    }

    /** Takes the next job and ends it one way or another; false when there is none. */
    boolean workOnce() {
        Optional<Claimed> next = queue.claim(kinds.keySet());
        next.ifPresent(this::attempt);
        return next.isPresent();
    }

    private void attempt(Claimed job) {
        Progress progress = new Progress(job.id());
        current = progress;
        Beat beat = Beat.of(queue, job, progress);
        try {
            run(job, Objects.requireNonNull(kinds.get(job.kind())), progress);
        } catch (Progress.Stopped e) {
            queue.giveBack(job, false);
        } catch (Refusal refusal) {
            queue.fail(job, progress, why(refusal.problem()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            if (passing(e)) {
                LOG.warn("Job {} was cut off; it begins again", job.id(), e);
                queue.giveBack(job, true);
                return;
            }
            LOG.error("Job {} failed", job.id(), e);
            queue.fail(job, progress, Message.of("job.fault", job.id().toString()));
        } finally {
            beat.close();
        }
    }

    private <P extends Record> void run(Claimed job, JobKind<P> kind, Progress progress) {
        if (job.attempts() > MOST_ATTEMPTS) {
            throw Refusal.conflict("job.attempts", MOST_ATTEMPTS);
        }
        Principal by = sessions.present(job.account(), job.scope()).orElseThrow(() -> Refusal.conflict("job.closed"));
        P parameters = Jobs.parsed(kind.parameters(), job.parameters());
        database.run(by, tx -> {
            progress.at(0, 0);
            queue.done(tx, by, job, progress, kind.run(tx, by, parameters, progress));
        });
    }

    private static Message why(Problem problem) {
        return problem instanceof Problem.NotFound ? Message.of("job.lost") : problem.message();
    }

    /** Whether the same work may succeed another time: the connection was lost, or two transactions crossed. */
    private static boolean passing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().matches("08.*|57P.*|40001|40P01");
            }
        }
        return false;
    }

    private void complain(RuntimeException fault) {
        if (!failing) {
            LOG.error("Jobs are not being done; trying again every {}", PAUSE, fault);
        }
        failing = true;
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
