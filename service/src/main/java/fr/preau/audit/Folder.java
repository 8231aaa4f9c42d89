package fr.preau.audit;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's own thread that folds the kept figures, so that what a reader adds up stays short. When it fails figures
 * stay true and pages become slower: it is logged once, and tried again.
 */
public final class Folder implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final KeptFigures figures;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread folding = new Thread(task, "figures-folder");
        folding.setDaemon(true);
        return folding;
    });
    private boolean failing;

    public Folder(KeptFigures figures) {
        this.figures = figures;
    }

    @Override
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::work, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PAUSE.toSeconds() * 5, TimeUnit.SECONDS)) {
            LOG.warn("The last figures are folded at the next start");
        }
    }

    private void work() {
        try {
            figures.fold();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("The figures are not being folded; trying again every {}", PAUSE, e);
            }
            failing = true;
        }
    }
}
