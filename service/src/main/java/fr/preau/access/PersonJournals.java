package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.journal.Trace;
import fr.preau.kernel.AccountId;
import java.util.List;

/**
 * What a person did and what was done to their account: for themselves, and for who administers them, who reads that an
 * audit was written but not which. Neither reads values or texts here: those are the audit's, for who sees it.
 */
public final class PersonJournals {
    private final Database database;
    private final Journal journal;

    public PersonJournals(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** One's own journal. */
    public Traces own(Principal by, long before, int size) {
        return database.call(by, tx -> {
            List<Trace> rows = journal.ofPerson(tx, by.account(), true, before, size + 1);
            return Traces.of(tx, rows, size);
        });
    }

    /** The journal of somebody whom the person administers; the caller has made sure of it. */
    Traces of(Principal by, AccountId person, long before, int size) {
        return database.call(by, tx -> {
            List<Trace> rows = journal.ofPerson(tx, person, false, before, size + 1);
            return Traces.of(tx, rows, size);
        });
    }

    /** Records that somebody else's page was read. */
    void recordReading(Principal by, AccountId person) {
        if (!PeoplePages.isSelf(by, person)) {
            database.run(by, tx -> journal.recordReading(tx, Entry.of(by, "account.read", "account/" + person)));
        }
    }

    /** Records that a file of the journal was taken. */
    void recordExport(Principal by, AccountId person) {
        database.run(by, tx -> journal.record(tx, Entry.of(by, "journal.exported", "account/" + person)));
    }
}
