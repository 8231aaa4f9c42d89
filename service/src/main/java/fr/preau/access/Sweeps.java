package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Deletes what is over and need not be kept: how long each thing is, is the table of docs/security.md. Nothing of it is in
 * the journal: none of these is a right or an act, and none can be used any more when it goes.
 */
public final class Sweeps {
    /** After their use or their end: one can still see that an invitation was taken up. */
    static final Duration LINKS = Duration.ofDays(30);
    /** After the day on which they end, revoked or not. */
    static final Duration TOKENS = Duration.ofDays(90);
    /** After they were read. */
    static final Duration NOTICES = Duration.ofDays(365);

    private final Database database;
    private final InstantSource clock;
    private final SessionLimits limits;

    public Sweeps(Database database, InstantSource clock, SessionLimits limits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
    }

    /** Sweeps once; says how many things went. */
    public int sweep() {
        Instant now = clock.instant();
        return database.call(Actor.SYSTEM, tx -> {
            SweepSql sql = tx.attach(SweepSql.class);
            return sql.sessions(limits.openedAfter(now), limits.seenAfter(now))
                    + sql.steps(now.minus(SignInSteps.LONGEST))
                    + sql.signOns(now.minus(SignInSteps.LONGEST))
                    + sql.providerTokens(limits.openedAfter(now))
                    + sql.mails(now.minus(LINKS))
                    + sql.failures(now.minus(Throttle.MEMORY), now)
                    + sql.links(now.minus(LINKS))
                    + sql.tokens(now.minus(TOKENS))
                    + sql.notices(now.minus(NOTICES))
                    + sql.removals(now.minus(FactorRemovals.LIFE));
        });
    }
}
