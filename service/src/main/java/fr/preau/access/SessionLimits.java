package fr.preau.access;

import java.time.Duration;
import java.time.Instant;

/**
 * When a session ends by itself.
 *
 * @param longest after its opening, whatever happens
 * @param idle after its last request
 */
public record SessionLimits(Duration longest, Duration idle) {
    /** A day of work, and an hour of absence. */
    public static final SessionLimits DEFAULT = new SessionLimits(Duration.ofHours(12), Duration.ofHours(1));

    /** Sessions opened earlier are over. */
    Instant openedAfter(Instant now) {
        return now.minus(longest);
    }

    /** Sessions last seen earlier are over. */
    Instant seenAfter(Instant now) {
        return now.minus(idle);
    }
}
