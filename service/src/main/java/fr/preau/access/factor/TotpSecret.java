package fr.preau.access.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator application and the service share: from it both make the same six digits every thirty seconds
 * (RFC 6238, SHA-1, which every application speaks). Never log one: {@link #toString} hides it.
 */
public final class TotpSecret {
    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    /** A clock half a minute off, or a slow thumb, is forgiven. */
    private static final int STEPS_ASIDE = 1;

    private static final String ISSUER = "Préau";
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private final byte[] bytes;

    public TotpSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public static TotpSecret random() {
        return new TotpSecret(FactorKey.random(BYTES));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** As one types it, in groups of four: {@code ABCD EFGH …}. */
    public String typed() {
        return base32().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The address that the picture holds. */
    public String address(String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(ISSUER), encoded(account), base32(), encoded(ISSUER));
    }

    /** The six digits of that moment. */
    public String code(Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(bytes, "HmacSHA1"), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key", e);
        }
    }

    /**
     * The half minute, counted from 1970, that the code belongs to: now, the one before or the one after; empty when the
     * code is none of theirs. Whoever takes a code keeps its number, and takes none that is not above it.
     */
    public OptionalLong stepOf(String code, Instant now) {
        byte[] tried = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (int aside = -STEPS_ASIDE; aside <= STEPS_ASIDE; aside++) {
            Instant at = now.plusSeconds((long) aside * STEP_SECONDS);
            if (MessageDigest.isEqual(code(at).getBytes(StandardCharsets.UTF_8), tried)) {
                found = OptionalLong.of(at.getEpochSecond() / STEP_SECONDS);
            }
        }
        return found;
    }

    private String base32() {
        return BaseEncoding.base32().omitPadding().encode(bytes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "secret";
    }
}
