package fr.preau;

import fr.preau.access.Sweeps;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's own thread that sweeps what is over, at the start and every hour. A failure is logged and tried again. */
final class Sweeper implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sweeps sweeps;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread sweeping = new Thread(task, "sweeper");
        sweeping.setDaemon(true);
        return sweeping;
    });

    Sweeper(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @Override
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::work, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("The sweep was still running after {}", PATIENCE);
        }
    }

    private void work() {
        try {
            int gone = sweeps.sweep();
            if (gone > 0) {
                LOG.info("swept {} sessions, links, tokens and failures that were over", gone);
            }
        } catch (RuntimeException e) {
            LOG.error("The sweep failed; trying again in {}", PAUSE, e);
        }
    }
}
