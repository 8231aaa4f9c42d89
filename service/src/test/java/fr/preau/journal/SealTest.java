package fr.preau.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chain: safe under concurrent commits, and whatever is changed afterwards is found and named. */
@Timeout(60)
class SealTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private final Journal journal = new Journal(() -> java.time.Instant.parse("2026-11-23T09:00:00.123456789Z"));

    @BeforeEach
    void empty() {
        DB.owner().useHandle(owner -> owner.execute("TRUNCATE journal_seal, journal_entry, journal_text"));
    }

    @Test
    void an_entry_that_commits_late_is_sealed_after_those_that_overtook_it() {
        Seals seals = new Seals(DB.database());
        try (Handle slow = DB.service().open()) {
            slow.begin();
            record(slow, "audit/1");
            write("audit/2");
            assertThat(seals.seal()).as("the slow one may still commit before").isZero();
            write("audit/3");
            slow.commit();
        }
        assertThat(seals.seal()).isEqualTo(3);
        assertThat(sealedObjects()).containsExactly("audit/1", "audit/2", "audit/3");
        assertThat(walk().broken()).isNull();
    }

    @Test
    void the_order_is_that_of_transactions_not_of_numbers() {
        Seals seals = new Seals(DB.database());
        try (Handle first = DB.service().open();
                Handle second = DB.service().open()) {
            first.begin();
            second.begin();
            record(first, "audit/1");
            record(second, "audit/2");
            record(first, "audit/3");
            second.commit();
            assertThat(seals.seal()).isZero();
            first.rollback();
        }
        write("audit/4");
        assertThat(seals.seal()).isEqualTo(2);
        assertThat(sealedObjects()).containsExactly("audit/2", "audit/4");
        assertThat(walk().broken()).isNull();
    }

    @Test
    void writers_never_wait_and_none_is_forgotten_while_two_processes_seal() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> sealers = new ArrayList<>();
        List<Future<?>> writers = new ArrayList<>();
        for (int process = 0; process < 2; process++) {
            Seals seals = new Seals(DB.database());
            sealers.add(threads.submit(() -> {
                while (writing.get()) {
                    seals.seal();
                }
            }));
        }
        for (int writer = 0; writer < 6; writer++) {
            int number = writer;
            writers.add(threads.submit(() -> writeTransactions(number)));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        writing.set(false);
        for (Future<?> sealer : sealers) {
            sealer.get();
        }
        threads.shutdown();
        new Seals(DB.database()).seal();
        Verification.Report report = walk();
        assertThat(report.broken()).isNull();
        assertThat(report.pending().entries()).isZero();
        assertThat(report.sealed().position()).isEqualTo(count("journal_entry")).isPositive();
    }

    /** Short and long transactions, some of them given up, each of a few entries. */
    private void writeTransactions(int writer) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int turn = 0; turn < 40; turn++) {
            try (Handle tx = DB.service().open()) {
                tx.begin();
                for (int entry = 0; entry < 3; entry++) {
                    record(tx, "audit/" + writer);
                    tx.createQuery("SELECT pg_sleep(:pause) IS NULL")
                            .bind("pause", random.nextInt(100) < 5 ? 0.1 : 0.001)
                            .mapTo(Boolean.class)
                            .one();
                }
                if (random.nextInt(10) == 0) {
                    tx.rollback();
                    continue;
                }
                tx.commit();
            }
        }
    }

    @Test
    void one_byte_changed_by_the_owner_is_found_and_named() {
        List<Long> entries = five();
        DB.owner()
                .useHandle(owner -> owner.createUpdate("UPDATE journal_entry SET after = '{\"n\": 9}' WHERE id = :id")
                        .bind("id", entries.get(2))
                        .execute());
        assertThat(walk().broken()).isEqualTo(new Broken(Broken.Fault.ENTRY_CHANGED, 3, entries.get(2)));
    }

    @Test
    void an_instant_moved_by_a_microsecond_is_found() {
        List<Long> entries = five();
        DB.owner()
                .useHandle(owner -> owner.createUpdate(
                                "UPDATE journal_entry SET at = at + interval '1 microsecond' WHERE id = :id")
                        .bind("id", entries.get(4))
                        .execute());
        assertThat(walk().broken()).isEqualTo(new Broken(Broken.Fault.ENTRY_CHANGED, 5, entries.get(4)));
    }

    @Test
    void a_removed_entry_and_a_removed_seal_are_found() {
        List<Long> entries = five();
        DB.owner().useHandle(owner -> {
            owner.execute("DELETE FROM journal_text WHERE entry = ?", entries.get(1));
            owner.execute("DELETE FROM journal_entry WHERE id = ?", entries.get(1));
        });
        assertThat(walk().broken()).isEqualTo(new Broken(Broken.Fault.ENTRY_MISSING, 2, entries.get(1)));
        DB.owner().useHandle(owner -> owner.execute("DELETE FROM journal_seal WHERE position = 2"));
        assertThat(walk().broken()).isEqualTo(new Broken(Broken.Fault.SEAL_MISSING, 2, 0));
    }

    @Test
    void two_entries_that_changed_places_are_found() {
        List<Long> entries = five();
        DB.owner().useHandle(owner -> {
            owner.execute("UPDATE journal_seal SET entry = -1 WHERE position = 2");
            owner.execute("UPDATE journal_seal SET entry = ? WHERE position = 3", entries.get(1));
            owner.execute("UPDATE journal_seal SET entry = ? WHERE position = 2", entries.get(2));
        });
        assertThat(walk().broken()).isEqualTo(new Broken(Broken.Fault.ENTRY_CHANGED, 2, entries.get(2)));
    }

    @Test
    void a_text_may_be_erased_but_not_changed() {
        List<Long> entries = five();
        DB.owner().useHandle(owner -> owner.execute("DELETE FROM journal_text WHERE entry = ?", entries.get(0)));
        assertThat(walk().broken()).isNull();
        assertThat(walk().erased()).isEqualTo(1);
        DB.owner().useHandle(owner -> owner.execute("UPDATE journal_text SET body = body || ' '"));
        assertThat(walk().broken()).isEqualTo(new Broken(Broken.Fault.TEXT_CHANGED, 2, entries.get(1)));
        DB.owner().useHandle(owner -> owner.execute("DELETE FROM journal_text"));
        assertThat(walk().broken()).isNull();
        assertThat(walk().erased()).isEqualTo(5);
    }

    @Test
    void what_is_not_sealed_yet_is_told_apart() {
        five();
        write("audit/9");
        Verification.Report report = walk();
        assertThat(report.broken()).isNull();
        assertThat(report.sealed().position()).isEqualTo(5);
        assertThat(report.pending().entries()).isEqualTo(1);
        assertThat(report.pending().oldest()).isEqualTo("2026-11-23T09:00:00.123457Z");
    }

    @Test
    void a_dump_restored_on_a_younger_server_goes_on_being_sealed() {
        five();
        write("audit/6");
        DB.owner()
                .useHandle(owner ->
                        owner.execute("UPDATE journal_entry SET xid = (xid::text::bigint + 1000000000)::text::xid8"));
        Seals restarted = new Seals(DB.database());
        assertThat(restarted.seal()).isEqualTo(1);
        write("audit/7");
        assertThat(restarted.seal()).isEqualTo(1);
        assertThat(walk().broken()).isNull();
        assertThat(walk().pending().entries()).isZero();
    }

    @Test
    void the_service_can_only_insert_and_read() {
        five();
        for (String statement : List.of(
                "UPDATE journal_seal SET entry = 0",
                "DELETE FROM journal_seal",
                "TRUNCATE journal_seal",
                "INSERT INTO journal_entry (at, account, action, object, xid) VALUES (now(), 0, 'a.b', 'c', '3')")) {
            assertThatThrownBy(() -> DB.service().useHandle(handle -> handle.execute(statement)))
                    .as(statement)
                    .hasMessageContaining("permission denied");
        }
    }

    private List<Long> five() {
        for (int number = 1; number <= 5; number++) {
            write("audit/" + number);
        }
        new Seals(DB.database()).seal();
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT entry FROM journal_seal ORDER BY position")
                        .mapTo(Long.class)
                        .list());
    }

    private void write(String object) {
        DB.service().useTransaction(tx -> record(tx, object));
    }

    private void record(Handle tx, String object) {
        journal.record(
                tx,
                Entry.of(Actor.SYSTEM, "audit.tried", object)
                        .with(java.util.Map.of("n", 1))
                        .text("Dit à propos de « " + object + " »"));
    }

    private static Verification.Report walk() {
        return new Verification(DB.database()).walk(Heads.none(), entries -> {});
    }

    private static List<String> sealedObjects() {
        return DB.owner()
                .withHandle(owner -> owner.createQuery(
                                "SELECT e.object FROM journal_seal s JOIN journal_entry e ON e.id = s.entry"
                                        + " ORDER BY s.position")
                        .mapTo(String.class)
                        .list());
    }

    private static long count(String table) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }
}
