package fr.preau.demo;

import fr.preau.kernel.Paris;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;

/** A clock that is set by hand: the real services tell a true history when they read it. Not for threads. */
final class PastClock implements InstantSource {
    private Instant now;

    PastClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void set(Instant instant) {
        now = instant;
    }

    /** An instant of office hours in Paris. */
    static Instant at(LocalDate day, int minutesAfterNine) {
        return day.atTime(LocalTime.of(9, 0))
                .plusMinutes(minutesAfterNine)
                .atZone(Paris.ZONE)
                .toInstant();
    }
}
