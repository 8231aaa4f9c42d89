package fr.preau.access.oidc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.kernel.Refusal;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The {@code singleSignOn} part of {@code config.yml}. Without an issuer there is none, and nobody is ever called. */
public final class SingleSignOnConfiguration {
    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private String issuer = "";

    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private String name = "";

    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private String clientId = "";

    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private String clientSecret = "";

    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private List<String> scopes = List.of("openid", "profile", "email");

    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private List<String> acrValues = List.of();

    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private List<String> secondFactorAcr = List.of();

    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private List<String> secondFactorAmr = List.of();

    @JsonProperty
    @JsonSetter(nulls = Nulls.SKIP)
    private String signature = "RS256";

    @JsonProperty
    private boolean secretInHeader;

    @JsonProperty
    private boolean pkce = true;

    @JsonProperty
    @MinDuration(value = 1, unit = TimeUnit.SECONDS)
    @MaxDuration(value = 30, unit = TimeUnit.SECONDS)
    @JsonSetter(nulls = Nulls.SKIP)
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
