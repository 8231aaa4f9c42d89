package fr.preau.deliverable;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few heavy works run at once; the others wait a little, then are told to come back.
 *
 * <p>One process, one limiter: it guards this machine's memory and cores, it doesn't share turns out between people.
 */
public final class Limiter {
    private final Semaphore places;
    private final Duration patience;

    /** @param patience how long a work waits for its turn */
    public Limiter(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** Two at once, as many as the smallest machine has cores; ten seconds, about what twenty reports take there. */
    public static Limiter standard() {
        return new Limiter(2, Duration.ofSeconds(10));
    }

    /**
     * Runs the work when its turn comes.
     *
     * @throws Refusal too many, when it hasn't come in time
     */
    public <T> T run(Supplier<T> work) {
        if (!enters()) {
            throw new Refusal(new Problem.TooMany(Math.max(1, patience.toSeconds())));
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean enters() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
