package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Uai;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A national directory must import in seconds: {@code -Dpreau.directory.lines=66000} measures one, which may cost
 * three times the bare COPY of the same schools into an equal table.
 */
class DirectorySpeedTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySpeedTest.class);
    private static final int LINES = Integer.getInteger("preau.directory.lines", 2_000);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));
    private static final List<String> DEPARTMENTS = List.of("035", "059", "069", "075", "013", "02A", "974");
    private static final List<String> NATURES = List.of("151", "101", "151", "151", "340", "151", "300", "320");

    @TempDir
    Path folder;

    @Test
    void a_large_file_is_told_as_it_goes_and_costs_little_more_than_its_copy() throws Exception {
        Path file = national();
        List<Integer> told = new ArrayList<>();
        long reading = elapsed(() -> DirectoryFile.read(file, lines -> {}));
        long first =
                elapsed(() -> assertThat(run(file, told).counts().created()).isEqualTo(LINES));
        long second =
                elapsed(() -> assertThat(run(file, told).counts().unchanged()).isEqualTo(LINES));
        Path rows = exported();
        long copy = elapsed(() -> copy(rows));
        if (LINES > 10_000) {
            // Tests are silent but for warnings, and a measure is asked for to be read.
            LOG.warn(
                    "{} lines: read {} ms, import {} ms, again {} ms, COPY {} ms", LINES, reading, first, second, copy);
            assertThat(first).isLessThan(3 * copy);
        }
        assertThat(told).hasSize(2 * (LINES / 10_000));
        assertThat(first).isLessThan(30_000);
    }

    private Path national() throws IOException {
        DirectoryFixture all = new DirectoryFixture();
        for (int i = 0; i < LINES; i++) {
            String department = DEPARTMENTS.get(i % DEPARTMENTS.size());
            String prefix = department.startsWith("0") ? department.substring(1) : department.substring(0, 2);
            String commune = prefix + "%03d".formatted(100 + i / 7 % 800);
            all.row(
                    Uai.of(8_000_000 + i).value(),
                    "Nom_etablissement",
                    "École élémentaire publique numéro " + i + " du Général-Tilleul",
                    "Code_departement",
                    department,
                    "Code_academie",
                    "",
                    "Code_commune",
                    commune,
                    "Nom_commune",
                    "Saint-Aubépin-sur-Brume " + commune,
                    "code_nature",
                    NATURES.get(i % NATURES.size()));
        }
        return all.write(folder);
    }

    private static ImportReport run(Path file, List<Integer> told) {
        return new DirectoryImport(DB.database(), new Journal(CLOCK), CLOCK)
                .run(Actor.SYSTEM, file, ImportOptions.PLAIN, told::add);
    }

    /** The schools as COPY reads them, got out before the clock starts. */
    private Path exported() throws Exception {
        Path rows = folder.resolve("schools.copy");
        DB.owner().useHandle(tx -> {
            try (var out = Files.newOutputStream(rows)) {
                new CopyManager(tx.getConnection().unwrap(BaseConnection.class))
                        .copyOut(
                                "COPY (SELECT uai, name, type, sector, state, commune, commune_name, department, nature, "
                                        + "siret, parent, search_text FROM school) TO STDOUT",
                                out);
            }
            tx.execute("CREATE TABLE twin (LIKE school INCLUDING ALL)");
        });
        return rows;
    }

    private static void copy(Path rows) throws Exception {
        DB.owner().useHandle(tx -> {
            try (BufferedReader in = Files.newBufferedReader(rows)) {
                new CopyManager(tx.getConnection().unwrap(BaseConnection.class))
                        .copyIn(
                                "COPY twin (uai, name, type, sector, state, commune, commune_name, department, nature, siret, "
                                        + "parent, search_text) FROM STDIN",
                                in);
            }
        });
    }

    private static long elapsed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private interface Work {
        void run() throws Exception;
    }
}
