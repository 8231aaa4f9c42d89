package fr.preau;

import fr.preau.access.SessionLimits;
import fr.preau.kernel.Setting;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import java.util.concurrent.TimeUnit;

/** The {@code sessions} part of {@code config.yml}: when a session ends by itself. */
final class SessionConfiguration {
    @MinDuration(value = 5, unit = TimeUnit.MINUTES)
    @MaxDuration(value = 24, unit = TimeUnit.HOURS)
    @Setting
    private Duration longest = Duration.hours(12);

    @MinDuration(value = 5, unit = TimeUnit.MINUTES)
    @MaxDuration(value = 24, unit = TimeUnit.HOURS)
    @Setting
    private Duration idle = Duration.hours(1);

    SessionLimits limits() {
        return new SessionLimits(longest.toJavaDuration(), idle.toJavaDuration());
    }
}
