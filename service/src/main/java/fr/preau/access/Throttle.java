package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Slows repeated attempts down, and never locks: an account can't be shut by somebody who keeps failing on it.
 *
 * <p>An attempt counts as failed from its start and is forgiven when it succeeds, so that a hundred tries at the same
 * moment don't all pass for the first. All is kept in the database: a restart forgets nothing.
 *
 * @param buckets where the attempt counts
 */
record Throttle(List<Bucket> buckets) {
    static final Duration MEMORY = Duration.ofMinutes(30);
    private static final int FEW = 4;
    private static final long PAIR_CAP = 300;
    private static final long ACCOUNT_CAP = 10;
    private static final long ADDRESS_CAP = 60;

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

    /** Of a password that anybody may try: a stranger delays the owner by ten seconds at most. */
    static Throttle ofSignIn(String email, String address) {
        return new Throttle(List.of(
                new Bucket("pair:" + address + ":" + email, FEW, PAIR_CAP),
                new Bucket("account:" + email, 10, ACCOUNT_CAP),
                address(address)));
    }

    /** Of a code: only who knows the password comes so far, so the account itself waits, wherever one tries from. */
    static Throttle ofCode(AccountId account, String address) {
        return new Throttle(List.of(new Bucket("code:" + account, FEW, PAIR_CAP), address(address)));
    }

    /** Of a password asked again within a session. */
    static Throttle ofConfirmation(AccountId account) {
        return new Throttle(List.of(new Bucket("confirmation:" + account, FEW, PAIR_CAP)));
    }

    /** Of a forgotten password: each counts, since each may send a mail; whose address it is changes nothing. */
    static Throttle ofForgotten(String email, String address) {
        return new Throttle(List.of(new Bucket("forgotten:" + email, 2, PAIR_CAP), address(address)));
    }

    /** The keys that are a person's alone, whatever they come from. */
    static List<byte[]> keysOf(String email, AccountId account) {
        return Stream.of("account:" + email, "code:" + account, "confirmation:" + account, "forgotten:" + email)
                .map(Secret::sha256)
                .toList();
    }

    private static Bucket address(String address) {
        return new Bucket("address:" + address, 30, ADDRESS_CAP);
    }

    /**
     * Counts an attempt.
     *
     * @throws Refusal too many, with the seconds to wait
     */
    void enter(Handle tx, Instant now) {
        AccessSql sql = tx.attach(AccessSql.class);
        for (Bucket bucket : buckets) {
            Instant free = sql.countFailure(bucket.key(), bucket.allowance(), bucket.cap(), now, now.minus(MEMORY));
            if (free.isAfter(now)) {
                throw new Refusal(new Problem.TooMany(
                        Math.max(1, Duration.between(now, free).toSeconds() + 1)));
            }
        }
    }

    /** Forgives what {@link #enter} counted, once the attempt has proved right. */
    void forgive(Handle tx) {
        AccessSql sql = tx.attach(AccessSql.class);
        buckets.forEach(bucket -> sql.forgiveFailure(bucket.key()));
    }
}
