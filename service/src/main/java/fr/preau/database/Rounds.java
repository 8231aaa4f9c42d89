package fr.preau.database;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of the service's own that does one thing at the start and then again after each pause. A failure is logged
 * once and tried again: whoever waits for nothing notices nothing.
 */
public final class Rounds implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier work;
    private final ScheduledExecutorService thread;
    private boolean failing;

    /** @param work says whether there is more to do at once, without a pause */
    public Rounds(String name, Duration pause, BooleanSupplier work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    /** The same, of work that is whole each time. */
    public static Rounds of(String name, Duration pause, Runnable work) {
        return new Rounds(name, pause, () -> {
            work.run();
            return false;
        });
    }

    @Override
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::round, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        finish();
    }

    /** Begins no other round; says whether the one under way has ended within ten seconds. */
    public boolean finish() throws InterruptedException {
        thread.shutdown();
        boolean ended = thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            LOG.warn("{} was still at work after {}", name, PATIENCE);
        }
        return ended;
    }

    /** One round, from whatever thread; false when it failed. */
    public synchronized boolean round() {
        try {
            boolean more;
            do {
                more = work.getAsBoolean();
                failing = false;
            } while (more && !thread.isShutdown());
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("{} fails; trying again every {}", name, pause, e);
            }
            failing = true;
        }
        return !failing;
    }
}
