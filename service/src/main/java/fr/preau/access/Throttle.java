package fr.preau.access;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Slows repeated sign-ins down, and never locks: an account can't be shut by somebody who keeps failing on it.
 *
 * <p>An attempt counts as failed from its start and is forgiven when it succeeds, so that a hundred tries at the same
 * moment don't all pass for the first.
 */
final class Throttle {
    private static final Duration MEMORY = Duration.ofMinutes(30);
    private static final long PAIR_CAP = 300;
    private static final long ACCOUNT_CAP = 10;
    private static final long ADDRESS_CAP = 60;

    private Throttle() {}

    /**
     * One bucket of failures.
     *
     * @param name what is counted; only its digest is kept, so that the table names nobody
     * @param allowance failures before any delay
     * @param cap longest delay, in seconds
     */
    record Bucket(String name, int allowance, long cap) {
        byte[] key() {
            return Secret.sha256(name);
        }
    }

    private static List<Bucket> buckets(String email, String address) {
        return List.of(
                new Bucket("pair:" + address + ":" + email, 4, PAIR_CAP),
                new Bucket("account:" + email, 10, ACCOUNT_CAP),
                new Bucket("address:" + address, 30, ADDRESS_CAP));
    }

    /**
     * Counts an attempt.
     *
     * @throws Refusal too many, with the seconds to wait
     */
    static void enter(Handle tx, String email, String address, Instant now) {
        AccessSql sql = tx.attach(AccessSql.class);
        for (Bucket bucket : buckets(email, address)) {
            Instant free = sql.countFailure(bucket.key(), bucket.allowance(), bucket.cap(), now, now.minus(MEMORY));
            if (free.isAfter(now)) {
                throw new Refusal(new Problem.TooMany(
                        Math.max(1, Duration.between(now, free).toSeconds() + 1)));
            }
        }
    }

    /** Forgives what {@link #enter} counted, once the password has proved right. */
    static void forgive(Handle tx, String email, String address) {
        AccessSql sql = tx.attach(AccessSql.class);
        buckets(email, address).forEach(bucket -> sql.forgiveFailure(bucket.key()));
    }
}
