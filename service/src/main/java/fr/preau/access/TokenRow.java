package fr.preau.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it: all but itself.
 *
 * @param lastUsedAt to two minutes; null as long as nobody has used it
 */
public record TokenRow(
        long id,
        String name,
        Scope scope,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
