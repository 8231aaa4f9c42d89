package fr.preau.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.preau.kernel.Refusal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id with 19 MiB, two passes, one lane (OWASP's second choice). An unknown address costs the same work as a known
 * one, so that the time of an answer tells nothing.
 */
final class Passwords {
    static final int MINIMUM_LENGTH = 12;
    static final int MAXIMUM_LENGTH = 200;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private static final String NOBODY = hash("nobody's password, only there to be compared with");

    private Passwords() {}

    /**
     * Hashes a new password.
     *
     * @param name the person's, which a password must not be made of; so must it not of the address
     * @throws Refusal invalid, when it is shorter than {@link #MINIMUM_LENGTH} or longer than {@link #MAXIMUM_LENGTH},
     *     or one of those that a guesser tries first
     */
    static String accept(String password, @Nullable String name, @Nullable String email) {
        if (password.length() < MINIMUM_LENGTH || password.length() > MAXIMUM_LENGTH) {
            throw Refusal.invalid("password", "access.password.length", MINIMUM_LENGTH, MAXIMUM_LENGTH);
        }
        if (CommonPasswords.isCommon(password, name, email)) {
            throw Refusal.invalid("password", "access.password.common");
        }
        return hash(password);
    }

    /** Whether the password is the one that was hashed; without a hash it works as long, for nothing. */
    static boolean matches(String password, @Nullable String hash) {
        String tried = password.length() > MAXIMUM_LENGTH ? "" : password;
        boolean same =
                Password.check(composed(tried), hash == null ? NOBODY : hash).with(ARGON);
        return same && hash != null;
    }

    private static String hash(String password) {
        return Password.hash(composed(password))
                .addRandomSalt(SALT_BYTES)
                .with(ARGON)
                .getResult();
    }

    /** Keyboards write an accent in two ways: the same password either way. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
