package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Uai;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The ministry's own extract of Ille-et-Vilaine (June 2023), which lies beside the repository where it is shared. */
class RealDirectoryTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void find() {
        file = Path.of("..", "..", "shared", "data", "annuaire-ille-et-vilaine-2023.csv")
                .toAbsolutePath()
                .normalize();
        Assumptions.assumeTrue(Files.isReadable(file), () -> "skipped: the real directory is not at " + file);
    }

    @Test
    void every_line_is_accounted_for_and_a_second_import_changes_nothing() {
        ImportReport first = run();
        assertThat(first.counts()).isEqualTo(new ImportCounts(996, 880, 0, 0, 0, 113, 3, 1, 0, 0, 0, 361, 356, 230));
        assertThat(first.leftOut())
                .isEqualTo(Map.of(LeftOut.SERVICE, 42, LeftOut.MEDICAL, 39, LeftOut.SECTION, 12, LeftOut.OTHER, 20));
        ImportReport second = run();
        assertThat(second.counts()).isEqualTo(new ImportCounts(996, 0, 0, 880, 0, 113, 3, 1, 0, 0, 0, 361, 356, 0));
        assertThat(second.moved()).isEmpty();
        School school = DB.database()
                .call(Actor.SYSTEM, tx -> Territory.school(tx, new Uai("0350122T")))
                .orElseThrow();
        assertThat(school.name()).isEqualTo("Ecole primaire publique les Lucioles");
        assertThat(school.collectivity()).isEqualTo("35016");
        assertThat(school.academy()).isEqualTo("14");
        assertThat(school.fictitious()).isFalse();
    }

    @Test
    void no_invented_school_is_in_it() {
        List<Uai> real = DirectoryFile.read(file, lines -> {}).lines().stream()
                .map(DirectoryLine::uai)
                .toList();
        List<Uai> invented = DirectoryFile.read(DirectoryFixture.invented(folder), lines -> {}).lines().stream()
                .map(DirectoryLine::uai)
                .toList();
        assertThat(invented).isNotEmpty().doesNotContainAnyElementsOf(real);
        assertThat(real).noneMatch(uai -> uai.value().startsWith("8"));
    }

    private ImportReport run() {
        return new DirectoryImport(DB.database(), new Journal(CLOCK), CLOCK)
                .run(Actor.SYSTEM, file, ImportOptions.PLAIN, lines -> {});
    }
}
