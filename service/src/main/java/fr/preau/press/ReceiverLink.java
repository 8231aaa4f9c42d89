package fr.preau.press;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A way to an issue's files for somebody without an account; its secret was shown once.
 *
 * @param until last day on which it serves
 * @param fetches how many files were fetched by it
 */
public record ReceiverLink(
        long id,
        long issue,
        String receiver,
        LocalDate until,
        Instant madeAt,
        @Nullable Instant revokedAt,
        long fetches,
        @Nullable Instant lastFetch) {

    /** Whether it serves on that day. */
    public boolean live(LocalDate today) {
        return revokedAt == null && !today.isAfter(until);
    }
}
