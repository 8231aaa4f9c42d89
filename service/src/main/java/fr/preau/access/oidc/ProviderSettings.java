package fr.preau.access.oidc;

import fr.preau.kernel.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one must know of a provider, right when it exists: a wrong key stops the start. Its addresses are not here, it
 * publishes them.
 *
 * @param issuer exactly as the provider writes it, HTTPS but on loopback
 * @param name as people know it, for the buttons
 */
public record ProviderSettings(
        String issuer, String name, Client client, Asked asked, SecondFactor secondFactor, Duration timeout) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SIGNATURES = Set.of("RS256", "RS384", "RS512", "PS256", "ES256", "ES384");
    private static final int LONGEST_NAME = 40;

    /**
     * Who we are there.
     *
     * @param secretInHeader whether the secret goes by HTTP Basic rather than in the form
     * @param pkce whether the code is bound to us by PKCE; false for a provider that refuses it
     */
    public record Client(String id, String secret, boolean secretInHeader, boolean pkce) {
        public Client {
            if (id.isEmpty()) {
                throw Refusal.invalid("singleSignOn.clientId", "signOn.key.clientId");
            }
            if (secret.isEmpty()) {
                throw Refusal.invalid("singleSignOn.clientSecret", "signOn.key.clientSecret");
            }
        }

        /** Hides the secret. */
        @Override
        public String toString() {
            return "client " + id;
        }
    }

    /**
     * What is asked for.
     *
     * @param signature algorithm that the provider signs by; any other is refused
     */
    public record Asked(List<String> scopes, List<String> acrValues, String signature) {
        public Asked {
            scopes = List.copyOf(scopes);
            acrValues = List.copyOf(acrValues);
            if (!scopes.contains("openid")) {
                throw Refusal.invalid("singleSignOn.scopes", "signOn.key.scopes");
            }
            if (!SIGNATURES.contains(signature)) {
                throw Refusal.invalid(
                        "singleSignOn.signature",
                        "signOn.key.signature",
                        signature,
                        String.join(", ", SIGNATURES.stream().sorted().toList()));
            }
        }
    }

    /** Values by which the provider says that it has asked for a second factor; none: it never does. */
    public record SecondFactor(List<String> acr, List<String> amr) {
        public SecondFactor {
            acr = List.copyOf(acr);
            amr = List.copyOf(amr);
        }

        boolean isVouchedBy(@Nullable String givenAcr, List<String> givenAmr) {
            return (givenAcr != null && acr.contains(givenAcr))
                    || givenAmr.stream().anyMatch(amr::contains);
        }
    }

    public ProviderSettings {
        if (!isSafe(issuer)) {
            throw Refusal.invalid("singleSignOn.issuer", "signOn.key.issuer", issuer);
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("singleSignOn.name", "signOn.key.name", LONGEST_NAME);
        }
    }

    /** Whether an address may be called, or browsers sent to: HTTPS, or the machine itself. */
    static boolean isSafe(String address) {
        try {
            URI uri = new URI(address);
            boolean bare = uri.getRawUserInfo() == null && uri.getRawFragment() == null && uri.getHost() != null;
            return bare
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
