package fr.preau.access;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another thread of the service does, and no longer than that. */
final class Pause {
    private static final long PATIENCE = 30_000_000_000L;

    <T> T until(Supplier<T> look, Predicate<T> wanted) {
        long end = System.nanoTime() + PATIENCE;
        T seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain; the last was: " + seen);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            seen = look.get();
        }
        return seen;
    }
}
