package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Journal;
import java.time.InstantSource;

/** The services of this package, for the pages, the filters and the commands. */
public record AccessServices(
        Accounts accounts,
        Sessions sessions,
        Tokens tokens,
        Units units,
        PersonJournals journals,
        SignIns signIns,
        Bindings bindings,
        FactorServices factors) {

    /** Those around the second factor that need no key. */
    public record FactorServices(SignInSteps steps, FactorRemovals removals, Notices notices) {}

    public static AccessServices on(Database database, Journal journal, InstantSource clock, SessionLimits limits) {
        return new AccessServices(
                new Accounts(database, journal, clock),
                new Sessions(database, journal, clock, limits),
                new Tokens(database, journal, clock),
                new Units(database),
                new PersonJournals(database, journal),
                new SignIns(database, clock),
                new Bindings(database, journal, clock),
                new FactorServices(
                        new SignInSteps(database, clock),
                        new FactorRemovals(database, journal, clock),
                        new Notices(database, clock)));
    }
}
