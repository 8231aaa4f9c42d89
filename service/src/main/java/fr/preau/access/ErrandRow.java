package fr.preau.access;

import fr.preau.access.oidc.Handshake;
import fr.preau.kernel.AccountId;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An {@link Errand} as its table keeps it, with the half of its secrets that the browser does not have. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ErrandRow(
        byte[] seed,
        Errand.Purpose purpose,
        String back,
        byte @Nullable [] link,
        @Nullable AccountId account) {
    Errand errand() {
        return new Errand(purpose, ReturnPath.of(back), link, account);
    }

    /** What was sent to the provider: it follows from the cookie's secret and the seed, neither alone is enough. */
    Handshake handshake(Secret cookie) {
        return handshake(cookie, seed);
    }

    static Handshake handshake(Secret cookie, byte[] seed) {
        Secret both = new Secret(cookie.text() + Base64.getUrlEncoder().encodeToString(seed));
        return new Handshake(both.derive("state"), both.derive("nonce"), both.derive("verifier"));
    }
}
