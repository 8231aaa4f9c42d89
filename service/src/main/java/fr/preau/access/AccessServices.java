package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Journal;
import java.time.InstantSource;

/** The services of this package, for the pages, the filters and the commands. */
public record AccessServices(
        Accounts accounts, Sessions sessions, Tokens tokens, Units units, PersonJournals journals) {
    public static AccessServices on(Database database, Journal journal, InstantSource clock) {
        return new AccessServices(
                new Accounts(database, journal, clock),
                new Sessions(database, journal, clock),
                new Tokens(database, journal, clock),
                new Units(database),
                new PersonJournals(database, journal));
    }
}
