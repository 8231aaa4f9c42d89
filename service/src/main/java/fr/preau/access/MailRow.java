package fr.preau.access;

import fr.preau.access.mail.Letter;
import fr.preau.kernel.AccountId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is due now: a link that is still to be made, or a letter that is written already.
 *
 * @param purpose of the link, null for a letter
 * @param attempts this one included
 * @param account null when the address is nobody's, or whose account is closed
 */
public record MailRow(
        long id,
        String email,
        @Nullable LinkPurpose purpose,
        AccountId askedBy,
        int attempts,
        @Nullable AccountId account,
        @Nullable String name,
        @Nullable String subject,
        @Nullable String body) {
    /** The letter, for a mail without a link. */
    Letter letter() {
        return new Letter(email, Objects.requireNonNull(subject), Objects.requireNonNull(body));
    }
}
