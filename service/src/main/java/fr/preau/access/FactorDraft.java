package fr.preau.access;

import fr.preau.access.factor.FactorKey;
import fr.preau.access.factor.Picture;
import fr.preau.access.factor.TotpSecret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A second factor that is being set up. The page itself carries it from one request to the next, sealed, so that
 * looking at the page writes nothing; it opens for the same account only, and for half an hour.
 *
 * @param sealed as the form sends it back
 * @param email what the application will show
 */
public record FactorDraft(TotpSecret secret, String sealed, String email) {
    private static final Duration LIFE = Duration.ofMinutes(30);

    static FactorDraft fresh(FactorKey key, Waiting of, Instant now) {
        TotpSecret secret = TotpSecret.random();
        byte[] clear = ByteBuffer.allocate(Long.BYTES + secret.bytes().length)
                .putLong(now.getEpochSecond())
                .put(secret.bytes())
                .array();
        String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(clear, use(of)));
        return new FactorDraft(secret, sealed, of.email());
    }

    /** The draft that was sealed; empty when it is not ours, another account's, or too old. */
    static Optional<FactorDraft> read(FactorKey key, Waiting of, String sealed, Instant now) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return key.open(bytes, use(of)).map(ByteBuffer::wrap).flatMap(clear -> {
            Instant madeAt = Instant.ofEpochSecond(clear.getLong());
            byte[] secret = new byte[clear.remaining()];
            clear.get(secret);
            return madeAt.plus(LIFE).isAfter(now)
                    ? Optional.of(new FactorDraft(new TotpSecret(secret), sealed, of.email()))
                    : Optional.empty();
        });
    }

    /** What one points the telephone at. */
    public Picture picture() {
        return Picture.of(secret.address(email));
    }

    /** What one types where a picture can't be taken. */
    public String typed() {
        return secret.typed();
    }

    private static String use(Waiting of) {
        return "draft of a second factor of " + of.account();
    }
}
