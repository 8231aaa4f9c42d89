package fr.preau.access;

import fr.preau.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is due now.
 *
 * @param attempts this one included
 * @param account null when the address is nobody's, or whose account is closed
 */
public record MailRow(
        long id,
        String email,
        LinkPurpose purpose,
        AccountId askedBy,
        int attempts,
        @Nullable AccountId account,
        @Nullable String name) {}
