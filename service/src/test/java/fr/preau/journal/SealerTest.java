package fr.preau.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The thread that seals, and the heads that it signs. */
class SealerTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Duration PROMISED = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private final Journal journal = new Journal(now::get);
    private final Seals seals = new Seals(DB.database());

    @BeforeEach
    void empty() {
        DB.owner().useHandle(owner -> owner.execute("TRUNCATE journal_seal, journal_entry, journal_text"));
    }

    @Test
    void seals_within_five_seconds_and_signs_the_head_every_hour_and_at_the_stop() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Sealer.class);
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        try {
            SigningKey key = SigningKey.prepare(folder.resolve("journal.key"));
            Sealer sealer = new Sealer(seals, key, now::get);
            sealer.start();
            write("audit/1");
            await(() -> seals.head().position() == 1);
            assertThat(log.list).isEmpty();
            now.set(now.get().plus(Duration.ofHours(1)));
            await(() -> log.list.size() == 1);
            write("audit/2");
            sealer.stop();
            Path file = written(log.list.stream().map(Object::toString).toList());
            assertThat(log.list).hasSize(2);
            Verification.Report report = walk(Heads.of(file, SigningKey.open(folder.resolve("journal.key"))));
            assertThat(report.broken()).isNull();
            assertThat(report.heads()).isEqualTo(2);
            assertThat(report.sealed().position()).isEqualTo(2);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
            logger.setAdditive(true);
        }
    }

    @Test
    void a_chain_made_anew_by_the_owner_does_not_pass_through_the_signed_heads() throws Exception {
        SigningKey key = SigningKey.prepare(folder.resolve("journal.key"));
        write("audit/1");
        write("audit/2");
        seals.seal();
        Path log = written(List.of("INFO Sealer: " + Heads.line(seals.head(), key)));
        DB.owner().useHandle(owner -> {
            owner.execute("TRUNCATE journal_seal");
            owner.execute("UPDATE journal_entry SET action = 'audit.other' WHERE object = 'audit/1'");
        });
        new Seals(DB.database()).seal();
        assertThat(walk(Heads.none()).broken()).as("the chain alone can't tell").isNull();
        assertThat(walk(Heads.of(log, key)).broken()).extracting(Broken::fault).isEqualTo(Broken.Fault.HEAD_LOST);
        DB.owner().useHandle(owner -> owner.execute("DELETE FROM journal_seal WHERE position = 2"));
        assertThat(walk(Heads.of(log, key)).broken()).isEqualTo(new Broken(Broken.Fault.HEAD_LOST, 2, 0));
    }

    @Test
    void a_head_that_another_key_signed_is_told() throws Exception {
        SigningKey key = SigningKey.prepare(folder.resolve("journal.key"));
        SigningKey other = SigningKey.prepare(folder.resolve("other.key"));
        write("audit/1");
        seals.seal();
        Path log = written(List.of(Heads.line(seals.head(), other).replace(other.id(), key.id())));
        assertThat(walk(Heads.of(log, key)).broken()).isEqualTo(new Broken(Broken.Fault.HEAD_FORGED, 1, 0));
    }

    @Test
    void the_key_is_made_once_and_read_by_its_owner_alone() throws Exception {
        Path file = folder.resolve("journal.key");
        SigningKey made = SigningKey.prepare(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.prepare(file).id()).isEqualTo(made.id());
        Files.delete(folder.resolve("journal.key.pub"));
        assertThatThrownBy(() -> SigningKey.prepare(file)).isInstanceOf(Refusal.class);
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + PROMISED.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("five seconds").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private Path written(List<String> lines) throws Exception {
        return Files.write(folder.resolve("preau.log"), lines);
    }

    private void write(String object) {
        DB.service().useTransaction(tx -> journal.record(tx, Entry.of(Actor.SYSTEM, "audit.tried", object)));
    }

    private static Verification.Report walk(Heads heads) {
        return new Verification(DB.database()).walk(heads, entries -> {});
    }
}
