package fr.preau.access;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's own thread that sends what is due, looking every two seconds. The mail server is spoken to only then:
 * one that is away holds up nobody but this thread.
 */
public final class Postman implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Mails mails;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread sending = new Thread(task, "postman");
        sending.setDaemon(true);
        return sending;
    });
    private boolean failing;

    public Postman(Mails mails) {
        this.mails = mails;
    }

    @Override
    public void start() {
        var unused = thread.scheduleWithFixedDelay(this::work, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        thread.shutdown();
        var unused = thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void work() {
        try {
            while (!thread.isShutdown() && mails.sendNext()) {
                failing = false;
            }
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Mail is not being sent; trying again every {}", PAUSE, e);
            }
            failing = true;
        }
    }
}
