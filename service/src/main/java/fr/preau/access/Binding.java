package fr.preau.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who one is at a provider, bound to one's account.
 *
 * @param name as the provider said it then, like what follows; empty when it did not
 * @param siret of the organisation that vouched
 * @param usedAt last time that one came in by it, null before the first
 */
public record Binding(
        long id,
        String issuer,
        String name,
        String email,
        String uid,
        String siret,
        Instant boundAt,
        @Nullable Instant usedAt) {}
