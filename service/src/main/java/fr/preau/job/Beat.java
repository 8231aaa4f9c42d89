package fr.preau.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sign of life of one job under way, every second until it is closed; it also hears there that the job is stopped. */
final class Beat {
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final JobQueue queue;
    private final Claimed job;
    private final Progress progress;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Beat(JobQueue queue, Claimed job, Progress progress) {
        this.queue = queue;
        this.job = job;
        this.progress = progress;
    }

    static Beat of(JobQueue queue, Claimed job, Progress progress) {
        Beat beat = new Beat(queue, job, progress);
        Thread thread = new Thread(beat::go, "job-beat");
        thread.setDaemon(true);
        thread.start();
        return beat;
    }

    private void go() {
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                give();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void give() {
        try {
            if (!queue.beat(job, progress)) {
                progress.stop();
            }
        } catch (RuntimeException e) {
            LOG.warn("Job {} could not give a sign of life; trying again", job.id(), e);
        }
    }

    void close() {
        closed.countDown();
    }
}
