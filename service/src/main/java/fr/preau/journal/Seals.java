package fr.preau.journal;

import fr.preau.database.Database;
import fr.preau.kernel.Actor;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Chains committed entries, by SHA-256, in the order of the transactions that wrote them.
 *
 * <p>Only one process seals at a time, by an advisory lock that nobody waits for and no writer takes. Numbers of entries
 * are given before their transactions commit, so that an entry may appear behind others; the order is therefore that of
 * transactions, as far as the oldest one still running (ADR 12).
 */
public final class Seals {
    static final int BATCH = 2000;
    static final long LOCK = 0x5072_6561_7520_3130L;

    private final Database database;
    private Reached reached = new Reached("0", 0, false);

    public Seals(Database database) {
        this.database = database;
    }

    /**
     * How far this process has come.
     *
     * @param restored whether the entries of a restored dump were looked for, which is needed once
     */
    private record Reached(String xid, long id, boolean restored) {}

    /** What one transaction sealed. */
    private record Batch(int size, Reached reached, boolean last) {}

    /** Seals all that is settled, in transactions of {@value #BATCH} entries; returns how many. */
    public synchronized long seal() {
        long sealed = 0;
        Batch batch;
        do {
            batch = database.call(Actor.SYSTEM, this::seal);
            reached = batch.reached();
            sealed += batch.size();
        } while (!batch.last());
        return sealed;
    }

    /** The end of the chain. */
    public Head head() {
        return database.call(Actor.SYSTEM, tx -> tx.attach(SealSql.class).head().orElse(Head.START));
    }

    private Batch seal(Handle tx) {
        SealSql sql = tx.attach(SealSql.class);
        if (!sql.lock(LOCK)) {
            // Another process seals; what it has done is found sealed next time.
            return new Batch(0, reached, true);
        }
        if (!reached.restored()) {
            List<SealedEntry> restored = sql.restored(BATCH);
            append(sql, restored);
            return new Batch(restored.size(), new Reached(reached.xid(), reached.id(), restored.size() < BATCH), false);
        }
        String horizon = sql.horizon();
        List<SealedEntry> settled = sql.settled(reached.xid(), reached.id(), horizon, BATCH);
        append(sql, settled);
        if (settled.size() < BATCH) {
            return new Batch(settled.size(), new Reached(horizon, 0, true), true);
        }
        SealedEntry last = settled.get(BATCH - 1);
        return new Batch(BATCH, new Reached(last.xid(), last.id(), true), false);
    }

    private static void append(SealSql sql, List<SealedEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Head head = sql.head().orElse(Head.START);
        List<Long> positions = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (SealedEntry entry : entries) {
            head = new Head(head.position() + 1, entry.hash(head.hash()));
            positions.add(head.position());
            hashes.add(head.hash());
        }
        sql.insert(positions, entries.stream().map(SealedEntry::id).toList(), hashes);
    }
}
