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

/**
 * Sessions: opening and ending them, and who a cookie belongs to. One ends when its {@link SessionLimits} say so. Who may
 * have one is decided before, by {@link SignIns} and the {@link Doorway}.
 */
public final class Sessions {
    /** A session seen less than this ago is not written again: reading a page costs no write. */
    private static final Duration TOUCH = Duration.ofMinutes(2);

    private final Database database;
    private final Journal journal;
    private final InstantSource clock;
    private final SessionLimits limits;

    public Sessions(Database database, Journal journal, InstantSource clock) {
        this(database, journal, clock, SessionLimits.DEFAULT);
    }

    public Sessions(Database database, Journal journal, InstantSource clock, SessionLimits limits) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.limits = limits;
    }

    /** Opens a session without asking for anything: after a link was used, and for the demonstration's buttons. */
    public Secret open(AccountId account) {
        Instant now = clock.instant();
        return database.call(() -> account, tx -> {
            Secret secret = Secret.random();
            tx.attach(AccessSql.class).insertSession(secret.digest(), account, now);
            journal.record(tx, Entry.of(() -> account, "session.opened", "account/" + account));
            return secret;
        });
    }

    /** Who the cookie belongs to, with the rights of now; empty when it is unknown or over. */
    public Optional<Principal> find(Secret secret) {
        Instant now = clock.instant();
        Optional<PrincipalRow> row = database.recognise(sql -> sql.attach(AccessSql.class)
                .bySession(secret.digest(), now, limits.openedAfter(now), limits.seenAfter(now)));
        if (row.isPresent() && row.get().lastAt().isBefore(now.minus(TOUCH))) {
            database.run(Actor.SYSTEM, tx -> tx.attach(AccessSql.class).touchSession(secret.digest(), now));
        }
        return row.map(found -> found.principal(Scope.SESSION));
    }

    /** The person of an account with the rights of now, for work that goes on without them; empty once it is closed. */
    public Optional<Principal> present(AccountId account, Scope scope) {
        return database.call(Actor.SYSTEM, tx -> tx.attach(AccessSql.class).byAccount(account, clock.instant()))
                .map(found -> found.principal(scope));
    }

    /** The person's own open sessions, the latest seen first; the one of this secret says so. */
    public List<SessionRow> open(Principal principal, Secret current) {
        Instant now = clock.instant();
        return database.call(
                principal,
                tx -> tx.attach(AccessSql.class)
                        .sessions(
                                principal.account(), current.digest(), limits.openedAfter(now), limits.seenAfter(now)));
    }

    /** Ends every session of the person. */
    public void closeAll(Principal principal) {
        database.run(principal, tx -> {
            tx.attach(AccessSql.class).endSessions(principal.account());
            journal.record(tx, Entry.of(principal, "session.closedAll", "account/" + principal.account()));
        });
    }

    /** Ends one of the person's own sessions, here or elsewhere; another person's is not found. */
    public void revoke(Principal principal, long id) {
        database.run(principal, tx -> {
            if (tx.attach(AccessSql.class).endOwnSession(id, principal.account()) == 0) {
                throw Refusal.notFound();
            }
            journal.record(tx, Entry.of(principal, "session.revoked", "account/" + principal.account()));
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
