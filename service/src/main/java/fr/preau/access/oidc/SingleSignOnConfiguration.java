package fr.preau.access.oidc;

import fr.preau.kernel.Refusal;
import fr.preau.kernel.Setting;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The {@code singleSignOn} part of {@code config.yml}. Without an issuer there is none, and nobody is ever called. */
public final class SingleSignOnConfiguration {
    @Setting
    private String issuer = "";

    @Setting
    private String name = "";

    @Setting
    private String clientId = "";

    @Setting
    private String clientSecret = "";

    @Setting
    private List<String> scopes = List.of("openid", "profile", "email");

    @Setting
    private List<String> acrValues = List.of();

    @Setting
    private List<String> secondFactorAcr = List.of();

    @Setting
    private List<String> secondFactorAmr = List.of();

    @Setting
    private String signature = "RS256";

    @Setting
    private boolean secretInHeader;

    @Setting
    private boolean pkce = true;

    @MinDuration(value = 1, unit = TimeUnit.SECONDS)
    @MaxDuration(value = 30, unit = TimeUnit.SECONDS)
    @Setting
    private Duration timeout = Duration.seconds(5);

    /**
     * The provider that is named, empty when none is.
     *
     * @throws Refusal invalid, naming the key that is wrong and what to write there
     */
    public Optional<ProviderSettings> provider() {
        if (issuer.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new ProviderSettings(
                issuer.strip(),
                name.strip(),
                new ProviderSettings.Client(clientId.strip(), clientSecret.strip(), secretInHeader, pkce),
                new ProviderSettings.Asked(scopes, acrValues, signature.strip()),
                new ProviderSettings.SecondFactor(secondFactorAcr, secondFactorAmr),
                timeout.toJavaDuration()));
    }
}
