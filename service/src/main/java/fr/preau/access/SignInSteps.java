package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The minutes between a right password and a session, for whom a second factor is due. The secret of this step opens
 * no page but the two that ask for the factor: it is kept apart from sessions, so nothing can take it for one.
 */
public final class SignInSteps {
    static final Duration LONGEST = Duration.ofMinutes(10);
    /** Whoever judges, opens campaigns or gives rights must have a second factor. */
    static final List<String> DEMANDING = List.of(Role.REVIEWER.name(), Role.EDITOR.name(), Role.ADMINISTRATOR.name());

    private final Database database;
    private final InstantSource clock;

    public SignInSteps(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the roles of the account demand a second factor. */
    public boolean isDemanded(AccountId account) {
        return database.call(
                () -> account, tx -> tx.attach(FactorSql.class).holdsOneOf(account, DEMANDING, clock.instant()));
    }

    /** Opens the step when the account has a second factor or must have one; empty when the password is enough. */
    Optional<Secret> begin(AccountId account) {
        Instant now = clock.instant();
        return database.call(() -> account, tx -> {
            FactorSql factors = tx.attach(FactorSql.class);
            boolean due = factors.factor(account).isPresent() || factors.holdsOneOf(account, DEMANDING, now);
            if (!due) {
                return Optional.empty();
            }
            Secret secret = Secret.random();
            StepSql steps = tx.attach(StepSql.class);
            steps.sweep(now.minus(LONGEST));
            steps.insert(secret.digest(), account, now);
            return Optional.of(secret);
        });
    }

    /** Who is at this step; empty when it is unknown or over. */
    Optional<Waiting> find(Secret secret) {
        return database.call(
                Actor.SYSTEM,
                tx -> tx.attach(StepSql.class)
                        .find(secret.digest(), clock.instant().minus(LONGEST)));
    }

    /** Ends the step: a session follows. False when it was over. */
    boolean end(Secret secret) {
        return database.call(Actor.SYSTEM, tx -> tx.attach(StepSql.class).end(secret.digest())) > 0;
    }
}
