package fr.preau.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random secret given once to its bearer; only its digest is kept. Never log one: {@link #toString} hides it.
 *
 * @param text 256 random bits, URL-safe
 */
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What the database keeps of it: SHA-256. */
    public byte[] digest() {
        return sha256(text);
    }

    /** A second secret that follows from this one, for a stated use: the form token of a session. */
    public String derive(String use) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(use + ":" + text));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "secret";
    }
}
