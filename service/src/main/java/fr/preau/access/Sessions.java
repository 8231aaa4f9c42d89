package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Signing in and out, and who a cookie belongs to. A session ends after {@link #LONGEST} whatever happens, and after
 * {@link #IDLE} without a request.
 */
public final class Sessions {
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofHours(2);
    /** A session seen less than this ago is not written again: reading a page costs no write. */
    private static final Duration TOUCH = Duration.ofMinutes(2);

    private static final int SWEEP_ONE_IN = 50;

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public Sessions(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Opens a session for an address and its password.
     *
     * @param address where the request comes from, for the throttle
     * @throws Refusal invalid with one same message for an unknown address, a wrong password and a disabled account;
     *     too many when one must wait
     */
    public Secret signIn(String email, String password, String address) {
        String folded = NewPerson.fold(email);
        Instant now = clock.instant();
        // The attempt is committed before the slow comparison, which holds no connection.
        Optional<Credentials> known = database.call(Actor.SYSTEM, tx -> {
            Throttle.enter(tx, folded, address, now);
            return tx.attach(AccessSql.class).credentials(folded);
        });
        boolean right =
                Passwords.matches(password, known.map(Credentials::passwordHash).orElse(null));
        if (!right || known.isEmpty()) {
            throw Refusal.invalid("password", "access.signIn.wrong");
        }
        database.run(Actor.SYSTEM, tx -> Throttle.forgive(tx, folded, address));
        return open(known.get().account());
    }

    /** Opens a session without asking for anything: after a link was used, and for the demonstration's buttons. */
    public Secret open(AccountId account) {
        Instant now = clock.instant();
        return database.call(() -> account, tx -> {
            Secret secret = Secret.random();
            AccessSql sql = tx.attach(AccessSql.class);
            sql.insertSession(secret.digest(), account, now);
            if (ThreadLocalRandom.current().nextInt(SWEEP_ONE_IN) == 0) {
                sql.sweepSessions(now.minus(LONGEST), now.minus(IDLE));
            }
            journal.record(tx, Entry.of(() -> account, "session.opened", "account/" + account));
            return secret;
        });
    }

    /** Who the cookie belongs to, with the rights of now; empty when it is unknown or over. */
    public Optional<Principal> find(Secret secret) {
        Instant now = clock.instant();
        return database.call(Actor.SYSTEM, tx -> {
            AccessSql sql = tx.attach(AccessSql.class);
            Optional<PrincipalRow> row = sql.bySession(secret.digest(), now, now.minus(LONGEST), now.minus(IDLE));
            if (row.isPresent() && row.get().lastAt().isBefore(now.minus(TOUCH))) {
                sql.touchSession(secret.digest(), now);
            }
            return row.map(found -> found.principal(Scope.SESSION));
        });
    }

    /** The person's own open sessions, the latest seen first. */
    public List<SessionRow> open(Principal principal) {
        Instant now = clock.instant();
        return database.call(
                principal,
                tx -> tx.attach(AccessSql.class).sessions(principal.account(), now.minus(LONGEST), now.minus(IDLE)));
    }

    /** Ends every session of the person. */
    public void closeAll(Principal principal) {
        database.run(principal, tx -> {
            tx.attach(AccessSql.class).endSessions(principal.account());
            journal.record(tx, Entry.of(principal, "session.closedAll", "account/" + principal.account()));
        });
    }

    /** Ends the session; ending one that is over changes nothing. */
    public void close(Principal principal, Secret secret) {
        database.run(principal, tx -> {
            tx.attach(AccessSql.class).endSession(secret.digest());
            journal.record(tx, Entry.of(principal, "session.closed", "account/" + principal.account()));
        });
    }
}
