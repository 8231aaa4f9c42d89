package fr.preau.access;

import fr.preau.access.oidc.Identity;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Whose account an identity opens. A binding is made by an invitation or by its owner in a session, never because two
 * addresses are alike; each is one entry in the journal.
 */
public final class Bindings {
    private final Database database;
    private final Journal journal;
    private final InstantSource clock;

    public Bindings(Database database, Journal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** One's own, the oldest first. */
    public List<Binding> of(AccountId account) {
        return database.call(() -> account, tx -> tx.attach(SignOnSql.class).bindings(account));
    }

    /** The open account of an identity, which comes in by it now; empty when there is none. */
    Optional<AccountId> accountOf(Identity identity) {
        return database.call(
                Actor.SYSTEM,
                tx -> tx.attach(SignOnSql.class).use(identity.issuer(), identity.subject(), clock.instant()));
    }

    /**
     * Binds to the account that a link invites, and uses the link up.
     *
     * @throws Refusal not found, when the link has served, is past, or invites nobody; conflict, when the identity is
     *     somebody's already: the link then still serves
     */
    AccountId byInvitation(Identity identity, byte[] link) {
        return database.call(Actor.SYSTEM, tx -> {
            Instant now = clock.instant();
            LinkRow open = Links.read(tx, link, now);
            if (open.purpose() != LinkPurpose.INVITATION || open.account() == null) {
                throw Refusal.notFound();
            }
            Links.use(tx, link, now);
            bind(tx, identity, open.account());
            return open.account();
        });
    }

    /** Adds one to the account of a session, whose owner has just confirmed it; they are told once more at sign-in. */
    AccountId add(Identity identity, AccountId account) {
        database.run(() -> account, tx -> {
            bind(tx, identity, account);
            Notices.leave(tx, clock, () -> account, account, NoticeKind.IDENTITY_BOUND);
        });
        return account;
    }

    /**
     * Removes one of one's own.
     *
     * @throws Refusal not found, when it is not; conflict, when it is the only way in
     */
    public void remove(Principal by, long id) {
        AccountId account = by.account();
        database.run(by, tx -> {
            SignOnSql sql = tx.attach(SignOnSql.class);
            // Two removals at once would each count on the other's binding.
            sql.lock(account);
            if (sql.bindings(account).stream().noneMatch(binding -> binding.id() == id)) {
                throw Refusal.notFound();
            }
            if (sql.unbind(id, account) == 0) {
                throw Refusal.conflict("signOn.last");
            }
            Notices.leave(tx, clock, by, account, NoticeKind.IDENTITY_REMOVED);
            journal.record(tx, Entry.of(by, "identity.removed", "account/" + account));
        });
    }

    private void bind(Handle tx, Identity identity, AccountId account) {
        if (tx.attach(SignOnSql.class).bind(identity, account, clock.instant()) == 0) {
            throw Refusal.conflict("signOn.taken");
        }
        journal.record(
                tx,
                Entry.of(() -> account, "identity.bound", "account/" + account)
                        .with(Map.of("issuer", identity.issuer())));
    }
}
