package fr.preau;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.preau.access.SessionLimits;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import java.util.concurrent.TimeUnit;

/** The {@code sessions} part of {@code config.yml}: when a session ends by itself. */
final class SessionConfiguration {
    @JsonProperty
    @MinDuration(value = 5, unit = TimeUnit.MINUTES)
    @MaxDuration(value = 24, unit = TimeUnit.HOURS)
    @JsonSetter(nulls = Nulls.SKIP)
    private Duration longest = Duration.hours(12);

    @JsonProperty
    @MinDuration(value = 5, unit = TimeUnit.MINUTES)
    @MaxDuration(value = 24, unit = TimeUnit.HOURS)
    @JsonSetter(nulls = Nulls.SKIP)
    private Duration idle = Duration.hours(1);

    SessionLimits limits() {
        return new SessionLimits(longest.toJavaDuration(), idle.toJavaDuration());
    }
}
