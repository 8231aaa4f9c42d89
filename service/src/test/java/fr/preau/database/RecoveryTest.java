package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was killed, however it was left: the next start finds every acknowledged row. */
class RecoveryTest {
    @TempDir
    static Path root;

    static DataCopies copies;

    @BeforeAll
    static void start() throws IOException {
        copies = new DataCopies(root);
    }

    @Test
    void data_stay_from_one_start_to_the_next() throws Exception {
        Path directory = copies.copy();
        try (PostgresServer server = DataCopies.open(directory)) {
            Notes.create(server);
            Notes.write(server, 1);
        }
        assertThat(PostmasterFile.read(directory.resolve("cluster"))).isEmpty();
        try (PostgresServer server = DataCopies.open(directory)) {
            assertThat(Notes.count(server)).isEqualTo(1);
        }
    }

    @Test
    void a_killed_service_loses_nothing_that_it_acknowledged() throws Exception {
        Path directory = copies.copy();
        try (WritingService service = WritingService.on(directory)) {
            service.await(50);
            Refused.with("database.running", () -> DataCopies.open(directory), Long.toString(service.pid()));
            try (PostgresServer command =
                    PostgresServer.attach(DatabaseConfiguration.embedded(directory), DatabaseKind.SERVER)) {
                assertThat(Notes.count(command)).isGreaterThanOrEqualTo(50);
            }
            service.await(200);
            long acknowledged = service.kill();
            try (PostgresServer server = DataCopies.open(directory)) {
                assertThat(Notes.count(server)).isGreaterThanOrEqualTo(Math.max(200, acknowledged));
            }
        }
    }

    @Test
    void a_killed_postgres_is_started_again_under_the_same_connections() throws Exception {
        Path directory = copies.copy();
        try (PostgresServer server = DataCopies.open(directory)) {
            Notes.create(server);
            Notes.write(server, 1);
            long pid = PostmasterFile.read(directory.resolve("cluster"))
                    .orElseThrow()
                    .pid();
            ProcessHandle killed = ProcessHandle.of(pid).orElseThrow();
            killed.destroyForcibly();
            killed.onExit().join();
            assertThat(Notes.countWhenBack(server)).isEqualTo(1);
            Notes.write(server, 2);
        }
    }

    @Test
    void a_postgres_that_outlived_its_service_is_stopped_first() throws Exception {
        DataDirectory data = new DataDirectory(copies.copy());
        Process orphan = cluster(data).server(1024 + 40_000).start();
        awaitReady(data);
        try (PostgresServer server = DataCopies.open(data.path())) {
            assertThat(orphan.isAlive()).isFalse();
            Notes.create(server);
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void the_number_of_a_process_that_is_gone_is_no_obstacle() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        startsOver(gone.pid());
    }

    @Test
    void the_number_of_somebody_else_s_process_is_forgotten_and_that_process_left_alone() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            startsOver(other.pid());
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_directory_of_another_user_is_served_as_that_user() throws Exception {
        Path directory = copies.copy();
        assumeThat((Integer) Files.getAttribute(directory, "unix:uid")).isZero();
        Privileges.as(65534, 65534).give(directory);
        try (PostgresServer server = DataCopies.open(directory)) {
            Notes.create(server);
            long pid = PostmasterFile.read(directory.resolve("cluster"))
                    .orElseThrow()
                    .pid();
            assertThat(Files.getAttribute(Path.of("/proc/" + pid), "unix:uid")).isEqualTo(65534);
            assertThat(Files.getAttribute(directory.resolve("preau_service.password"), "unix:uid"))
                    .isEqualTo(65534);
        }
    }

    private static void startsOver(long pid) throws Exception {
        Path directory = copies.copy();
        Path cluster = directory.resolve("cluster");
        Files.write(
                cluster.resolve("postmaster.pid"),
                List.of(Long.toString(pid), cluster.toString(), "1700000000", "5432", "", "127.0.0.1", "", "ready"));
        try (PostgresServer server = DataCopies.open(directory)) {
            Notes.create(server);
            assertThat(Notes.count(server)).isZero();
        }
    }

    private static Cluster cluster(DataDirectory data) throws IOException {
        return new Cluster(data, Binaries.unpack(data.path()), Privileges.over(data.path()));
    }

    private static void awaitReady(DataDirectory data) throws Exception {
        for (int i = 0; i < 200; i++) {
            if (PostmasterFile.read(data.cluster())
                    .filter(PostmasterFile::ready)
                    .isPresent()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(Files.readString(data.log()));
    }
}
