package fr.preau.workbook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/** Signs what a workbook says it has seen (HMAC-SHA256), with the service's own secret, made at first use. */
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private Seal(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    static Seal read(Handle tx) {
        WorkbookSql sql = tx.attach(WorkbookSql.class);
        return new Seal(sql.secret().orElseGet(() -> {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            sql.keepSecret(secret);
            // Somebody else's, when two are made at once.
            return sql.secret().orElseThrow();
        }));
    }

    String sign(List<String> lines) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String line : lines) {
                mac.update((line.length() + ":" + line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    boolean signed(List<String> lines, String signature) {
        return MessageDigest.isEqual(
                sign(lines).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
