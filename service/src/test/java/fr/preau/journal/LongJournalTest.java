package fr.preau.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A long journal, sealed and walked in constant memory; {@code -Dpreau.journal.entries=1000000} for the long run. */
class LongJournalTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Logger LOG = LoggerFactory.getLogger(LongJournalTest.class);
    private static final long ENTRIES = Long.getLong("preau.journal.entries", 20_000);

    @Test
    void is_sealed_and_walked_to_its_end_then_to_the_byte_that_was_changed() {
        DB.owner().useTransaction(tx -> {
            tx.createUpdate("INSERT INTO journal_entry (at, account, action, object, before, after, text_digest)"
                            + " SELECT now(), i % 500, 'answer.saved', 'audit/' || i % 9000 || '/SAU-02',"
                            + " '{\"verdict\": \"PARTIEL\"}', jsonb_build_object('verdict', 'CONFORME', 'version', i),"
                            + " sha256(decode(md5(i::text), 'hex') || convert_to('Écrit ' || i, 'UTF8'))"
                            + " FROM generate_series(1, :entries) AS i")
                    .bind("entries", ENTRIES)
                    .execute();
            tx.execute(
                    "INSERT INTO journal_text (entry, salt, body) SELECT id, decode(md5(after ->> 'version'), 'hex'),"
                            + " 'Écrit ' || (after ->> 'version') FROM journal_entry WHERE text_digest IS NOT NULL");
        });
        DB.owner().useHandle(owner -> owner.execute("ANALYZE journal_entry, journal_text"));
        long start = System.nanoTime();
        assertThat(new Seals(DB.database()).seal()).isEqualTo(ENTRIES);
        long sealed = System.nanoTime();
        AtomicLong told = new AtomicLong();
        AtomicLong most = new AtomicLong();
        Verification.Report report = new Verification(DB.database()).walk(Heads.none(), position -> {
            told.set(position);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
        });
        long walked = System.nanoTime();
        LOG.warn(
                "{} entries: sealed in {}, walked in {}, at most {} MB in use",
                ENTRIES,
                Duration.ofNanos(sealed - start),
                Duration.ofNanos(walked - sealed),
                most.get() >> 20);
        assertThat(report.broken()).isNull();
        assertThat(report.sealed().position()).isEqualTo(ENTRIES);
        assertThat(report.pending().entries()).isZero();
        assertThat(told.get()).isEqualTo(ENTRIES / 100_000 * 100_000);
        changeAndFind(ENTRIES * 9 / 10);
    }

    private static void changeAndFind(long entry) {
        DB.owner()
                .useHandle(
                        owner -> owner.execute("UPDATE journal_entry SET object = object || '0' WHERE id = ?", entry));
        assertThat(new Verification(DB.database())
                        .walk(Heads.none(), position -> {})
                        .broken())
                .isEqualTo(new Broken(Broken.Fault.ENTRY_CHANGED, entry, entry));
    }
}
