package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves who somebody is by a password. It opens nothing: what follows, a second factor or a session, is the
 * {@link Doorway}'s.
 */
public final class SignIns {
    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final Database database;
    private final InstantSource clock;

    public SignIns(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The account of an address whose password is right.
     *
     * @param address where the request comes from, for the throttle
     * @throws Refusal invalid with one same message, after the same work, for an unknown address, a wrong password and a
     *     disabled account; too many when one must wait
     */
    public AccountId byPassword(String email, String password, String address) {
        String folded = NewPerson.fold(email);
        Throttle throttle = Throttle.ofSignIn(folded, address);
        Instant now = clock.instant();
        // The attempt is committed before the slow comparison, which holds no connection.
        Optional<Credentials> known = database.call(Actor.SYSTEM, tx -> {
            throttle.enter(tx, now);
            return tx.attach(AccessSql.class).credentials(folded);
        });
        boolean right =
                Passwords.matches(password, known.map(Credentials::passwordHash).orElse(null));
        if (!right || known.isEmpty()) {
            LOG.info("sign-in refused");
            throw Refusal.invalid("password", "access.signIn.wrong");
        }
        database.run(Actor.SYSTEM, throttle::forgive);
        return known.get().account();
    }

    /**
     * Asks the person of a session for the password again, before something that a session left open must not do. Who
     * has none, because another service vouches for them, must have come in lately instead.
     *
     * @throws Refusal invalid, naming the password; too many when one must wait
     */
    public void confirm(Principal principal, Secret session, String password) {
        Throttle throttle = Throttle.ofConfirmation(principal.account());
        Instant now = clock.instant();
        Optional<String> hash = database.call(principal, tx -> {
            throttle.enter(tx, now);
            return hash(tx.attach(AccessSql.class), principal);
        });
        if (hash.isEmpty()) {
            mustBeRecent(principal, session, now);
        } else if (!Passwords.matches(password, hash.get())) {
            throw Refusal.invalid("present", "account.present.wrong");
        }
        database.run(principal, throttle::forgive);
    }

    /** Whether {@link #confirm} asks for a password at all. */
    public boolean hasPassword(Principal principal) {
        return database.call(principal, tx -> hash(tx.attach(AccessSql.class), principal))
                .isPresent();
    }

    private static Optional<String> hash(AccessSql sql, Principal principal) {
        return sql.credentialsOf(principal.account()).map(Credentials::passwordHash);
    }

    private void mustBeRecent(Principal principal, Secret session, Instant now) {
        Optional<Instant> opened = database.call(
                principal, tx -> tx.attach(StepSql.class).openedAt(session.digest(), principal.account()));
        if (opened.filter(at -> at.isAfter(now.minus(SignInSteps.LONGEST))).isEmpty()) {
            throw Refusal.invalid("", "account.confirm.recent");
        }
    }
}
