package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.journal.Trace;
import java.util.List;

/** What is kept of a person, for that person: rules § 9 and the table of docs/security.md. */
public final class PersonalData {
    private final Database database;
    private final Journal journal;

    public PersonalData(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Everything but the journal, as JSON; that it was taken is recorded. */
    public String kept(Principal by) {
        return database.call(by, tx -> {
            journal.record(tx, Entry.of(by, "account.exported", "account/" + by.account()));
            return tx.attach(PersonalDataSql.class).kept(by.account());
        });
    }

    /**
     * The entries by and about the person, newest first. Those about the account come with their values and text; of the
     * others the object is named and no more: what it holds is its unit's.
     */
    Traces journal(Principal by, long before, int size) {
        return database.call(by, tx -> {
            List<Trace> rows = journal.personal(tx, by.account(), before, size + 1);
            return Traces.of(tx, rows, size);
        });
    }
}
