package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.journal.Heads;
import fr.preau.journal.Seals;
import fr.preau.journal.Verification;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Refusal;
import fr.preau.web.Messages;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a backup keeps, and what is never taken for one. */
class BackupTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @TempDir
    static Path folder;

    private static Scene scene;
    private static Path backup;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        AuditId audit = scene.audit(Scene.COLLEGE);
        scene.answerAll(scene.agent(), audit, Verdict.PARTIEL);
        scene.reviews.submit(scene.agent(), audit);
        // What COPY has to escape, and what sorts otherwise elsewhere.
        scene.answers.save(
                scene.townAgent(),
                scene.audit(Scene.SCHOOL),
                Scene.control("SAU-02"),
                0,
                new NewAnswer(Verdict.CONFORME, "Tabulation\t, retour\nà la ligne, \\N, \\., élève, 🏫"));
        new Seals(scene.database).seal();
        backup = folder.resolve("first.backup");
        new Backup(source(DB.name())).write(backup, table -> {});
    }

    @Test
    void is_the_same_byte_for_byte_once_it_was_restored() throws IOException {
        String other = TestServer.running().createEmpty();
        try {
            new Migrations(source(other)).migrate();
            Manifest restored = new Restoration(source(other)).run(backup, table -> {});
            assertThat(restored.rows()).isGreaterThan(500);
            Path again = folder.resolve("again.backup");
            Manifest second = new Backup(source(other)).write(again, table -> {});
            assertThat(second).isEqualTo(restored);
            assertThat(again).hasSameBinaryContentAs(backup);
            assertThat(journal(other).broken()).isNull();
            assertThat(journal(other).sealed()).isEqualTo(journal(DB.name()).sealed());
            assertThatThrownBy(() -> new Restoration(source(other)).run(backup, table -> {}))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("backup.notEmpty");
        } finally {
            TestServer.running().drop(other);
        }
    }

    @Test
    void holds_every_table_and_gives_on_numbers_where_they_were() throws IOException {
        Manifest manifest;
        try (BackupFile file = BackupFile.open(backup)) {
            manifest = file.manifest();
        }
        List<String> tables = DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
                                + " AND NOT relispartition AND relnamespace = 'preau'::regnamespace"
                                + " AND relname <> 'flyway_schema_history'")
                        .mapTo(String.class)
                        .list());
        assertThat(manifest.tables()).extracting(Manifest.Copied::table).containsExactlyInAnyOrderElementsOf(tables);
        assertThat(manifest.sequences()).as("audits go on after the last one").anySatisfy(sequence -> {
            assertThat(sequence.name()).isEqualTo("audit_id_seq");
            assertThat(sequence.given()).isTrue();
        });
    }

    @Test
    void is_for_its_user_alone_and_never_over_another_file() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> new Backup(source(DB.name())).write(backup, table -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("backup.exists");
        assertThatThrownBy(() -> new Backup(source(DB.name())).write(folder.resolve("nowhere/x"), table -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("backup.unwritten");
    }

    @Test
    void refuses_a_file_that_was_cut_short_or_changed_anywhere() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        for (int part = 1; part < 20; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 20);
            assertRefused(cut);
        }
        int refused = 0;
        for (int part = 0; part < 60; part++) {
            byte[] altered = whole.clone();
            altered[whole.length * part / 60 + 3] ^= 0x20;
            refused += isRefused(altered) ? 1 : 0;
        }
        assertThat(refused)
                .as("dates and the like, which every table's entry has, are nobody's data")
                .isGreaterThan(40);
    }

    @Test
    void refuses_what_is_no_backup_of_ours_before_anything_is_written() throws IOException {
        assertRefused("Ceci n’est pas une sauvegarde.".getBytes(StandardCharsets.UTF_8));
        assertRefused(new byte[0]);
        assertThatThrownBy(() -> BackupFile.open(folder.resolve("missing"))).isInstanceOf(Refusal.class);
        // One table more than the list of contents says, one less, one that unpacks to more than it says.
        assertRefused(rewritten("extra", null, new byte[] {1}));
        assertRefused(rewritten(null, "tables/audit.copy", new byte[0]));
        assertRefused(rewritten("tables/audit.copy", "tables/audit.copy", new byte[50_000_000]));
    }

    @Test
    void refuses_a_backup_of_another_version() throws SQLException {
        String other = TestServer.running().createEmpty();
        try {
            new Migrations(source(other)).migrate();
            try (Connection owner = source(other).getConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute("DELETE FROM preau.flyway_schema_history WHERE version = '26'");
            }
            assertThatThrownBy(() -> new Restoration(source(other)).run(backup, table -> {}))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("backup.version");
        } finally {
            TestServer.running().drop(other);
        }
    }

    private static void assertRefused(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "altered", ".backup");
        Files.write(file, bytes);
        assertThatThrownBy(() -> BackupFile.open(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.load()
                                        .text(Messages.FRENCH, refusal.problem().message()))
                                .contains(file.toString()));
        Files.delete(file);
    }

    /** False for one whose data are those of the backup all the same. */
    private static boolean isRefused(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "altered", ".backup");
        Files.write(file, bytes);
        try (BackupFile same = BackupFile.open(file);
                BackupFile first = BackupFile.open(backup)) {
            assertThat(same.manifest()).isEqualTo(first.manifest());
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    /** The backup with one entry more, one less, or one with other content. */
    private static byte[] rewritten(String added, String left, byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "rewritten", ".backup");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(backup));
                OutputStream to = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(to)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(left)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                    out.closeEntry();
                }
            }
            if (added != null) {
                out.putNextEntry(new ZipEntry(added));
                out.write(content);
                out.closeEntry();
            }
        }
        return Files.readAllBytes(file);
    }

    private static Verification.Report journal(String database) {
        Jdbi jdbi = Jdbi.create(TestServer.running().source(database, TestServer.SERVICE));
        Database read = new Database(JdbiSetup.configure(jdbi, Jackson.newObjectMapper()), scene.clock);
        return new Verification(read).walk(Heads.none(), entries -> {});
    }

    private static DataSource source(String database) {
        return TestServer.running().source(database, TestServer.OWNER);
    }
}
