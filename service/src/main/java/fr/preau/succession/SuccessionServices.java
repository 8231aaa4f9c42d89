package fr.preau.succession;

import fr.preau.database.Database;
import fr.preau.journal.Journal;
import java.time.InstantSource;

/** Decisions about the territory, built together. */
public record SuccessionServices(Successions successions, Questions questions) {
    public static SuccessionServices on(Database database, Journal journal, InstantSource clock) {
        return new SuccessionServices(
                new Successions(database, journal, clock), new Questions(database, journal, clock));
    }
}
