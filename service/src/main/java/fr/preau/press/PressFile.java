package fr.preau.press;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A finished file of a livrable.
 *
 * @param name small letters, digits, hyphens and dots: safe in a header and on any disk
 * @param type its media type
 * @param content whole; belongs to whoever receives it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record PressFile(String name, String type, byte[] content) {
    public PressFile {
        if (!name.matches("[a-z0-9][a-z0-9.-]{0,99}")) {
            throw new IllegalArgumentException("a file's name is plain: " + name);
        }
    }

    /** SHA-256 in lower-case hexadecimal. */
    public String sha256() {
        return sha256(content);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
