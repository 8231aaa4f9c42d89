package fr.preau.access;

import fr.preau.access.mail.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has not left yet, as an administrator sees it.
 *
 * @param purpose of its link, null for a letter without one
 * @param fault of the last attempt, null before the first
 * @param nextAt of the next attempt, null when there will be none
 */
public record MailState(
        @Nullable LinkPurpose purpose,
        Instant askedAt,
        @Nullable Delivery fault,
        @Nullable Instant nextAt) {}
