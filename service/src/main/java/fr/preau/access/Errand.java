package fr.preau.access;

import fr.preau.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is sent to the provider, kept here until they come back.
 *
 * @param back where a session then begins
 * @param link digest of the invitation that is being answered, null otherwise
 * @param account that an identity is to be bound to, null otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Errand(
        Purpose purpose,
        ReturnPath back,
        byte @Nullable [] link,
        @Nullable AccountId account) {
    /** What the identity that comes back is for. */
    public enum Purpose {
        /** To come in, by a binding that is there. */
        SIGN_IN,
        /** To answer an invitation. */
        INVITATION,
        /** To add a binding to the account of a session. */
        BINDING
    }

    static Errand signIn(ReturnPath back) {
        return new Errand(Purpose.SIGN_IN, back, null, null);
    }

    static Errand invitation(Secret link) {
        return new Errand(Purpose.INVITATION, ReturnPath.HOME, link.digest(), null);
    }

    static Errand binding(AccountId account) {
        return new Errand(Purpose.BINDING, ReturnPath.of("/compte"), null, account);
    }
}
