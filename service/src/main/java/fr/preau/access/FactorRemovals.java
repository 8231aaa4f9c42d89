package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.FreeText;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Removing the second factor of somebody who has lost it: one administrator asks, another confirms, and the owner is
 * told at the next sign-in. Both must administer every unit on which the person holds a right.
 */
public final class FactorRemovals {
    /** A request that nobody confirms is over after that. */
    static final Duration LIFE = Duration.ofDays(7);

    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public FactorRemovals(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * How things stand.
     *
     * @param factor empty when there is nothing to remove
     * @param asked the request that waits
     * @param askedBy name of who asked
     */
    public record Standing(
            PersonRow person, Optional<FactorState> factor, Optional<FactorRemoval> asked, String askedBy) {}

    public Standing standing(Principal by, AccountId account) {
        return database.call(by, tx -> {
            PersonRow person = governed(tx, by, account);
            FactorSql sql = tx.attach(FactorSql.class);
            Optional<FactorRemoval> asked = sql.removal(account, over());
            String name = asked.map(FactorRemoval::askedBy)
                    .map(asker -> Accounts.names(tx, List.of(asker)).getOrDefault(asker, ""))
                    .orElse("");
            return new Standing(person, sql.state(account), asked, name);
        });
    }

    /** Asks; a second administrator has seven days to confirm. */
    public void ask(Principal by, AccountId account, String reason) {
        database.run(by, tx -> {
            governed(tx, by, account);
            notOneself(by, account);
            FactorSql sql = tx.attach(FactorSql.class);
            if (sql.factor(account).isEmpty()) {
                throw Refusal.conflict("factor.none");
            }
            if (sql.ask(account, by.account(), clock.instant(), over()) == 0) {
                throw Refusal.conflict("factor.asked");
            }
            journal.record(tx, entry(by, "factor.removalAsked", account).text(checked(reason)));
        });
    }

    /** Drops a request: it was a mistake, or the second administrator does not agree. */
    public void drop(Principal by, AccountId account) {
        database.run(by, tx -> {
            governed(tx, by, account);
            if (tx.attach(FactorSql.class).drop(account) > 0) {
                journal.record(tx, entry(by, "factor.removalDropped", account));
            }
        });
    }

    /**
     * Removes it, and ends the sessions and tokens of the account.
     *
     * @throws Refusal conflict, when nothing was asked or when it was asked by the same person
     */
    public void confirm(Principal by, AccountId account) {
        database.run(by, tx -> {
            governed(tx, by, account);
            notOneself(by, account);
            FactorSql sql = tx.attach(FactorSql.class);
            Optional<FactorRemoval> asked = sql.removal(account, over());
            if (sql.confirm(account, by.account(), over()) == 0) {
                throw Refusal.conflict("factor.second");
            }
            AccountId asker = asked.map(FactorRemoval::askedBy).orElseThrow();
            removed(tx, by, account, Map.of("askedBy", asker.toString()));
        });
    }

    /** Without a second person: from the service's own machine alone, when there is no administrator left to confirm. */
    public void removeFromMachine(AccountId account) {
        database.run(Actor.SYSTEM, tx -> {
            if (tx.attach(FactorSql.class).delete(account) == 0) {
                throw Refusal.conflict("factor.none");
            }
            removed(tx, Actor.SYSTEM, account, Map.of("askedBy", "command"));
        });
    }

    private void removed(Handle tx, Actor by, AccountId account, Map<String, String> values) {
        Accounts.endAll(tx, account);
        Notices.leave(tx, clock, by, account, NoticeKind.FACTOR_REMOVED);
        journal.record(tx, entry(by, "factor.removed", account).with(values));
    }

    /** Somebody whom one sees, and none of whose rights lies above one's own. */
    private PersonRow governed(Handle tx, Principal by, AccountId account) {
        PersonRow person = People.visible(tx, clock, by, account);
        Accounts.mustGovern(tx, by, person);
        return person;
    }

    private static void notOneself(Principal by, AccountId account) {
        if (by.account().equals(account)) {
            throw Refusal.conflict("factor.self");
        }
    }

    private static String checked(String reason) {
        String text = reason.strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON || FreeText.holdsInvisible(text)) {
            throw Refusal.invalid("reason", "factor.reason", LONGEST_REASON);
        }
        return text;
    }

    private Instant over() {
        return clock.instant().minus(LIFE);
    }

    private static Entry entry(Actor by, String action, AccountId account) {
        return Entry.of(by, action, "account/" + account);
    }
}
