package fr.preau.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * What a provider says under its signature: read by its published keys and the one algorithm of the configuration, never
 * by what the token itself names, so that an unsigned one or one signed with our own secret is nothing.
 */
final class SignedClaims {
    private static final String PARTY = "azp";

    private final ProviderSettings settings;
    private final InstantSource clock;

    SignedClaims(ProviderSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Of an identity token: ours, of now, and of this very sign-in. */
    JWTClaimsSet ofToken(JWT token, JWKSource<SecurityContext> keys, Handshake handshake)
            throws BadJOSEException, JOSEException {
        JWTClaimsSet wanted = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .claim("nonce", handshake.nonce())
                .build();
        JWTClaimsSet claims = read(token, keys, wanted, Set.of("sub", "exp", "iat"));
        Object party = claims.getClaim(PARTY);
        boolean several = claims.getAudience().size() > 1;
        if ((party != null || several) && !settings.client().id().equals(party)) {
            throw new BadJWTException("another party");
        }
        return claims;
    }

    /** Of a signed userinfo; whom it must be about is the token's to say. */
    JWTClaimsSet ofUserInfo(JWT userinfo, JWKSource<SecurityContext> keys, String subject)
            throws BadJOSEException, JOSEException {
        JWTClaimsSet wanted = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .subject(subject)
                .build();
        return read(userinfo, keys, wanted, Set.of());
    }

    private JWTClaimsSet read(JWT token, JWKSource<SecurityContext> keys, JWTClaimsSet wanted, Set<String> required)
            throws BadJOSEException, JOSEException {
        if (!(token instanceof SignedJWT)) {
            throw new BadJWTException("not signed");
        }
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.parse(settings.asked().signature()), keys));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(settings.client().id(), wanted, required) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
        return processor.process(token, null);
    }

    /** The methods that the provider says it has used; none when it does not say. */
    static List<String> methods(JWTClaimsSet claims) {
        return claims.getClaim("amr") instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** A claim that is text, else empty. */
    static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : "";
    }
}
