package fr.preau.journal;

import fr.preau.database.Rounds;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's own thread that seals the journal every two seconds, and writes the signed head into the log every hour
 * and at the stop. A failure is logged once, and tried again: writers never notice.
 */
public final class Sealer implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_HEADS = Duration.ofHours(1);

    private final Seals seals;
    private final @Nullable SigningKey key;
    private final InstantSource clock;
    private final Rounds rounds = Rounds.of("journal-sealer", PAUSE, this::work);
    private Instant nextHead;
    private long told;

    /** @param key null leaves the heads unsigned and unwritten */
    public Sealer(Seals seals, @Nullable SigningKey key, InstantSource clock) {
        this.seals = seals;
        this.key = key;
        this.clock = clock;
        nextHead = clock.instant().plus(BETWEEN_HEADS);
    }

    @Override
    public void start() {
        if (key == null) {
            LOG.warn("The journal is sealed, but its heads are not signed: set journal.key in config.yml");
        }
        rounds.start();
    }

    @Override
    public void stop() throws InterruptedException {
        if (rounds.finish() && rounds.round()) {
            tell();
        }
    }

    private void work() {
        seals.seal();
        if (!clock.instant().isBefore(nextHead)) {
            tell();
            nextHead = clock.instant().plus(BETWEEN_HEADS);
        }
    }

    /** The head, once: a journal that stands still has nothing new to sign. */
    private synchronized void tell() {
        if (key == null) {
            return;
        }
        Head head = seals.head();
        if (head.position() > told) {
            LOG.info(Heads.line(head, key));
            told = head.position();
        }
    }
}
