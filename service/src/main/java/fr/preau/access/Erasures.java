package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Erases who a closed account was (ADR 25). What remains is a number without a name: the answers and the journal say that
 * somebody did this and when, no longer who. It can't be undone.
 */
public final class Erasures {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public Erasures(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What would be erased.
     *
     * @param texts of the journal that are theirs
     */
    public record Preview(PersonRow person, long texts) {}

    /** Not found, unless the actor administers every unit that the account has ever had to do with. */
    public Preview preview(Actor by, AccountId account) {
        return database.call(by, tx -> {
            PersonRow person = governed(tx, by, account);
            return new Preview(person, tx.attach(ErasureSql.class).countTexts(account));
        });
    }

    /**
     * Erases; says how many texts of the journal went with the name.
     *
     * @throws Refusal conflict, when the account is not closed
     */
    public long erase(Actor by, AccountId account) {
        return database.call(by, tx -> {
            PersonRow person = governed(tx, by, account);
            if (!person.closed()) {
                throw Refusal.conflict("people.erase.open", person.name());
            }
            ErasureSql sql = tx.attach(ErasureSql.class);
            long texts = sql.forgetTexts(account);
            if (sql.erase(account, AccountId.ERASED, clock.instant()) == 0) {
                throw Refusal.notFound();
            }
            forget(sql, account);
            sql.mail(person.email());
            Throttle.keysOf(person.email(), account).forEach(sql::failure);
            journal.record(
                    tx, Entry.of(by, "account.erased", "account/" + account).with(Map.of("texts", texts)));
            return texts;
        });
    }

    private static void forget(ErasureSql sql, AccountId account) {
        sql.signOns(account);
        sql.bindings(account);
        sql.providerTokens(account);
        sql.sessions(account);
        sql.tokens(account);
        sql.links(account);
        sql.steps(account);
        sql.notices(account);
        sql.factor(account);
        sql.removals(account);
        sql.reminders(account);
    }

    private PersonRow governed(Handle tx, Actor by, AccountId account) {
        PersonRow person = People.visible(tx, clock, by, account);
        tx.attach(GrantSql.class).everyUnit(account).forEach(unit -> Grants.mustAdminister(tx, by, unit));
        return person;
    }
}
