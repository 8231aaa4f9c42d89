package fr.preau.kernel;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and hours as French schools count them; instants themselves stay in UTC. */
public final class Paris {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Paris() {}

    public static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
