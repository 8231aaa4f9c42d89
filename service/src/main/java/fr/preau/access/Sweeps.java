package fr.preau.access;

import fr.preau.database.Database;
import fr.preau.database.Rounds;
import fr.preau.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is over and need not be kept: how long each thing is, is the table of docs/security.md. Nothing of it is in
 * the journal: none of these is a right or an act, and none can be used any more when it goes.
 */
public final class Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

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

    /** Sweeps at the start and every hour. */
    public Rounds rounds() {
        return Rounds.of("sweeper", Duration.ofHours(1), () -> {
            int gone = sweep();
            if (gone > 0) {
                LOG.info("swept {} sessions, links, tokens and failures that were over", gone);
            }
        });
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
