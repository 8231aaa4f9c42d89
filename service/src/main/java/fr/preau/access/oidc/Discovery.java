package fr.preau.access.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the provider publishes of itself, asked for when somebody first needs it and kept for an hour. One request at a
 * time asks; while the provider is down the others are told so at once instead of waiting for it in a row.
 */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ProviderSettings settings;
    private final BoundedHttp http;
    private final InstantSource clock;
    private @Nullable Published published;
    private Instant askedAt = Instant.MIN;

    Discovery(ProviderSettings settings, BoundedHttp http, InstantSource clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** Its addresses, and where its keys come from: they are fetched again when one is unknown, twice a minute at most. */
    record Published(
            URI authorization, URI token, URI userinfo, Optional<URI> logout, JWKSource<SecurityContext> keys) {}

    /**
     * What was published, at most an hour ago.
     *
     * @throws Refusal conflict, when the provider can't be reached or is not the one of the configuration
     */
    synchronized Published now() {
        Instant now = clock.instant();
        if (published == null || askedAt.isBefore(now.minus(KEPT))) {
            if (published == null && askedAt.isAfter(now.minus(PAUSE))) {
                throw unavailable();
            }
            askedAt = now;
            ask();
        }
        return Objects.requireNonNull(published);
    }

    private void ask() {
        try {
            published = read(http.get(OIDCProviderMetadata.resolveURL(new Issuer(settings.issuer()))
                    .toURI()));
        } catch (IOException | GeneralException | URISyntaxException e) {
            // The cause may quote the provider: its kind is enough to look further.
            LOG.warn("single sign-on: {} is not available, {}", settings.issuer(), kind(e));
            if (published == null) {
                throw unavailable();
            }
        }
    }

    private Published read(String text) throws ParseException, MalformedURLException {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
        if (!metadata.getIssuer().getValue().equals(settings.issuer())) {
            throw new ParseException("another issuer");
        }
        Optional<URI> logout = Optional.ofNullable(metadata.getEndSessionEndpointURI());
        URI keys = safe(metadata.getJWKSetURI());
        return new Published(
                safe(metadata.getAuthorizationEndpointURI()),
                safe(metadata.getTokenEndpointURI()),
                safe(metadata.getUserInfoEndpointURI()),
                logout.filter(address -> ProviderSettings.isSafe(address.toString())),
                JWKSourceBuilder.<SecurityContext>create(keys.toURL(), http)
                        .refreshAheadCache(false)
                        .rateLimited(PAUSE.toMillis())
                        .build());
    }

    private static URI safe(@Nullable URI address) throws ParseException {
        if (address == null || !ProviderSettings.isSafe(address.toString())) {
            throw new ParseException("an address is missing or in the clear");
        }
        return address;
    }

    private Refusal unavailable() {
        return Refusal.conflict("signOn.unavailable", settings.name());
    }

    static String kind(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .map(each -> each.getClass().getSimpleName())
                .distinct()
                .limit(4)
                .reduce((outer, inner) -> outer + " < " + inner)
                .orElseThrow();
    }
}
