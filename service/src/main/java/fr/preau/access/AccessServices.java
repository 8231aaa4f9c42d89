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
        FactorServices factors,
        PeopleServices people) {

    /** Those around the second factor that need no key. */
    public record FactorServices(SignInSteps steps, FactorRemovals removals, Notices notices) {}

    /** Those for who administers people, and for what is kept of them. */
    public record PeopleServices(
            People list,
            Grants grants,
            PeopleImports imports,
            Departures departures,
            Erasures erasures,
            PersonalData data,
            Sweeps sweeps) {
        static PeopleServices on(Database database, Journal journal, InstantSource clock, SessionLimits limits) {
            return new PeopleServices(
                    new People(database, journal, clock),
                    new Grants(database, journal, clock),
                    new PeopleImports(database, journal, clock),
                    new Departures(database, journal, clock),
                    new Erasures(database, journal, clock),
                    new PersonalData(database, journal),
                    new Sweeps(database, clock, limits));
        }
    }

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
                        new Notices(database, clock)),
                PeopleServices.on(database, journal, clock, limits));
    }
}
