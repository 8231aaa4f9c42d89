package fr.preau.access;

import fr.preau.access.factor.FactorKey;
import fr.preau.access.oidc.Handshake;
import fr.preau.access.oidc.Identity;
import fr.preau.access.oidc.Proof;
import fr.preau.access.oidc.Provider;
import fr.preau.database.Database;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Coming in by a provider of identities: sending somebody there, and what the code that comes back opens here. An
 * identity is somebody here by its binding alone; one that has none gets no account and no right.
 *
 * <p>The provider is called between transactions, never within one.
 */
public final class SignOns {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** No session is longer. */
    private static final Duration TOKEN_KEPT = Duration.ofHours(24);

    private static final int LONGEST_CODE = 2_000;

    private final Database database;
    private final InstantSource clock;
    private final Provider provider;
    private final Bindings bindings;
    private final FactorKey key;

    public SignOns(Database database, InstantSource clock, Provider provider, Bindings bindings, FactorKey key) {
        this.database = database;
        this.clock = clock;
        this.provider = provider;
        this.bindings = bindings;
        this.key = key;
    }

    /** Somebody on the way to the provider: the cookie by which we know them again, and the address to go to. */
    record Leaving(Secret cookie, URI address) {}

    /**
     * Somebody who has come back and is known.
     *
     * @param vouched whether the provider has asked for a second factor, so that ours is not
     */
    record Arrival(AccountId account, boolean vouched, Errand errand) {}

    String providerName() {
        return provider.name();
    }

    /**
     * Sends somebody there.
     *
     * @throws Refusal conflict, when the provider can't be reached
     */
    Leaving leave(Errand errand) {
        Secret cookie = Secret.random();
        byte[] seed = Secret.random().digest();
        URI address = provider.authorization(ErrandRow.handshake(cookie, seed));
        Instant now = clock.instant();
        database.run(Actor.SYSTEM, tx -> {
            SignOnSql sql = tx.attach(SignOnSql.class);
            sql.sweep(now.minus(LONGEST));
            String back = errand.back().value();
            sql.begin(cookie.digest(), seed, errand.purpose(), back, errand.link(), errand.account(), now);
        });
        return new Leaving(cookie, address);
    }

    /**
     * Whoever comes back.
     *
     * @param state what the provider gives back of ours; both it and the cookie must be of the same leaving
     * @param present who is signed in here in that browser, null when nobody is
     * @throws Refusal conflict, when this leaving is over or the provider does not vouch; forbidden, when the identity is
     *     nobody's here
     */
    Arrival arrive(Secret cookie, String state, String code, @Nullable Principal present) {
        ErrandRow row = taken(cookie);
        Handshake handshake = row.handshake(cookie);
        if (!same(handshake.state(), state)) {
            throw over();
        }
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw Refusal.conflict("signOn.denied", provider.name());
        }
        Errand errand = row.errand();
        boolean stranger = errand.account() != null
                && (present == null || !errand.account().equals(present.account()));
        if (stranger) {
            throw over();
        }
        Proof proof = provider.redeem(code, handshake);
        AccountId account = known(errand, proof.identity());
        if (errand.purpose() != Errand.Purpose.BINDING) {
            keep(cookie, account, proof.token());
        }
        return new Arrival(account, proof.vouched(), errand);
    }

    private AccountId known(Errand errand, Identity identity) {
        return switch (errand.purpose()) {
            case SIGN_IN ->
                bindings.accountOf(identity).orElseThrow(() -> Refusal.forbidden("signOn.unknown", provider.name()));
            case INVITATION -> bindings.byInvitation(identity, Objects.requireNonNull(errand.link()));
            case BINDING -> bindings.add(identity, Objects.requireNonNull(errand.account()));
        };
    }

    private ErrandRow taken(Secret cookie) {
        Instant after = clock.instant().minus(LONGEST);
        return database.call(Actor.SYSTEM, tx -> tx.attach(SignOnSql.class).take(cookie.digest(), after))
                .orElseThrow(SignOns::over);
    }

    private void keep(Secret cookie, AccountId account, String token) {
        byte[] sealed = key.seal(token.getBytes(StandardCharsets.UTF_8), use(account));
        Instant now = clock.instant();
        database.run(Actor.SYSTEM, tx -> {
            SignOnSql sql = tx.attach(SignOnSql.class);
            sql.sweepTokens(now.minus(TOKEN_KEPT));
            sql.keepToken(cookie.digest(), account, sealed, now);
        });
    }

    /**
     * Where a browser goes so that the session at the provider ends too.
     *
     * @param cookie what {@link #leave} gave, once
     * @param after the page that the provider then leads back to
     * @return empty for who did not come in by the provider, and when it has no such page
     * @throws Refusal conflict, when the provider can't be reached
     */
    Optional<URI> farewell(Secret cookie, AccountId account, URI after) {
        return database.call(Actor.SYSTEM, tx -> tx.attach(SignOnSql.class).takeToken(cookie.digest(), account))
                .flatMap(kept -> key.open(kept, use(account)))
                .map(token -> new String(token, StandardCharsets.UTF_8))
                .flatMap(token -> provider.logout(token, after, Secret.random().text()));
    }

    private static Refusal over() {
        return Refusal.conflict("signOn.over");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String use(AccountId account) {
        return "identity token of " + account;
    }
}
