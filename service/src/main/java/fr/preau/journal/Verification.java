package fr.preau.journal;

import fr.preau.database.Database;
import fr.preau.kernel.Actor;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks the journal from its first entry and stops at the first fault. It reads a few thousand entries at a time and
 * computes every byte here, trusting no function of the database.
 */
public final class Verification {
    private static final int PAGE = 5000;
    private static final long STEP = 100_000;

    private final Database database;

    public Verification(Database database) {
        this.database = database;
    }

    /**
     * What was found.
     *
     * @param sealed the last head that holds
     * @param erased entries whose text was erased
     * @param heads signed heads of the log that the chain passes through
     * @param broken the first fault, null when there is none
     */
    public record Report(
            Head sealed,
            long erased,
            long heads,
            Pending pending,
            @Nullable Broken broken) {}

    /** @param progress told the number of entries walked, every {@value #STEP} */
    public Report walk(Heads heads, LongConsumer progress) {
        if (!heads.forged().isEmpty()) {
            Broken forged =
                    new Broken(Broken.Fault.HEAD_FORGED, heads.forged().get(0).position(), 0);
            return new Report(Head.START, 0, 0, pending(), forged);
        }
        Walk walk = new Walk(heads.genuine().iterator(), progress);
        List<SealRow> page;
        do {
            long after = walk.head.position();
            page = database.call(Actor.SYSTEM, tx -> tx.attach(SealSql.class).walk(after, PAGE));
            page.stream().takeWhile(row -> walk.broken == null).forEach(walk::pass);
        } while (page.size() == PAGE && walk.broken == null);
        if (walk.broken == null && walk.expected != null) {
            walk.broken = new Broken(Broken.Fault.HEAD_LOST, walk.expected.position(), 0);
        }
        return new Report(walk.head, walk.erased, walk.passed, pending(), walk.broken);
    }

    private Pending pending() {
        return database.call(Actor.SYSTEM, tx -> tx.attach(SealSql.class).pending());
    }

    /** How far one walk has come. */
    private static final class Walk {
        private final Iterator<Head> signed;
        private final LongConsumer progress;
        private @Nullable Head expected;
        private Head head = Head.START;
        private long erased;
        private long passed;
        private @Nullable Broken broken;

        Walk(Iterator<Head> signed, LongConsumer progress) {
            this.signed = signed;
            this.progress = progress;
            expected = signed.hasNext() ? signed.next() : null;
        }

        void pass(SealRow row) {
            Broken.Fault fault = row.fault(head);
            if (fault != null) {
                long entry = fault == Broken.Fault.SEAL_MISSING ? 0 : row.entry();
                broken = new Broken(fault, head.position() + 1, entry);
                return;
            }
            head = new Head(row.position(), row.hash());
            erased += row.erased() ? 1 : 0;
            compare(row);
            if (head.position() % STEP == 0) {
                progress.accept(head.position());
            }
        }

        /** The log may name a head several times. */
        private void compare(SealRow row) {
            while (broken == null && expected != null && expected.position() == head.position()) {
                if (!expected.equals(head)) {
                    broken = new Broken(Broken.Fault.HEAD_LOST, head.position(), row.entry());
                    return;
                }
                passed++;
                expected = signed.hasNext() ? signed.next() : null;
            }
        }
    }
}
