package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open which data, and what stands in the way of the others. */
class PostgresServerTest {
    @TempDir
    static Path root;

    static DataCopies copies;

    @BeforeAll
    static void start() throws IOException {
        copies = new DataCopies(root);
    }

    @Test
    void a_second_service_on_the_same_directory_is_refused_and_the_first_unharmed() throws Exception {
        Path directory = copies.copy();
        try (PostgresServer first = DataCopies.open(directory)) {
            Notes.create(first);
            Refused.with("database.running", () -> DataCopies.open(directory), directory.toString());
            Notes.write(first, 1);
        }
    }

    @Test
    void commands_join_the_server_that_runs_or_start_it_for_their_time() throws Exception {
        Path directory = copies.copy();
        DatabaseConfiguration configuration = DatabaseConfiguration.embedded(directory);
        try (PostgresServer alone = PostgresServer.attach(configuration, DatabaseKind.SERVER)) {
            Notes.create(alone);
            try (PostgresServer beside = PostgresServer.attach(configuration, DatabaseKind.SERVER)) {
                Notes.write(beside, 1);
            }
            assertThat(Notes.count(alone)).isEqualTo(1);
        }
        assertThat(PostmasterFile.read(directory.resolve("cluster"))).isEmpty();
        assertThat(PostgresServer.migrate(configuration, DatabaseKind.SERVER)).isZero();
    }

    @Test
    void a_demonstration_and_real_data_never_open_each_other() throws Exception {
        Path real = copies.copy();
        Path demonstration = copies.copy();
        Files.writeString(demonstration.resolve("kind"), "demo");
        Refused.with("database.kind.demo", () -> open(real, DatabaseKind.DEMO), real.toString());
        Refused.with("database.kind.server", () -> open(demonstration, DatabaseKind.SERVER), demonstration.toString());
        open(demonstration, DatabaseKind.DEMO).close();
    }

    @Test
    void data_of_another_major_version_are_refused_untouched() throws Exception {
        Path directory = copies.copy();
        Files.writeString(directory.resolve("cluster/PG_VERSION"), "17\n");
        Refused.with("database.version", () -> DataCopies.open(directory), "PostgreSQL 17", "PostgreSQL 18");
    }

    @Test
    void a_directory_that_is_not_ours_is_refused_untouched() throws Exception {
        Path directory = Files.createDirectory(root.resolve("photos"));
        Files.writeString(directory.resolve("photo.jpg"), "…");
        Refused.with("database.directory.foreign", () -> DataCopies.open(directory), directory.toString());
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void lost_or_wrong_passwords_are_told_by_their_file() throws Exception {
        Path directory = copies.copy();
        Path superuser = directory.resolve("postgres.password");
        Files.writeString(superuser, "wrong");
        Refused.with("database.passwords", () -> DataCopies.open(directory), superuser.toString());
        Files.delete(superuser);
        Refused.with("database.passwords", () -> DataCopies.open(directory), superuser.toString());
        Files.copy(copies.original().resolve("postgres.password"), superuser);
        Files.delete(directory.resolve("preau_service.password"));
        DataCopies.open(directory).close();
    }

    @Test
    void a_server_that_can_not_start_tells_its_own_reason() throws Exception {
        Path directory = copies.copy();
        Files.writeString(directory.resolve("cluster/postgresql.conf"), "\nno_such_setting = 1\n");
        Refused.with("database.start", () -> DataCopies.open(directory), "configuration file", "database.url");
        Files.writeString(directory.resolve("cluster/postgresql.conf"), "");
        DataCopies.open(directory).close();
    }

    @Test
    void a_system_without_programs_is_told_of_the_url() {
        Refused.with("database.platform", () -> Binaries.unpack(root, "Mac OS X", "aarch64"), "database.url");
        Refused.with("database.platform", () -> Binaries.unpack(root, "Linux", "riscv64"), "riscv64");
    }

    @Test
    void an_external_server_is_verified_by_the_service_and_migrated_by_the_command() throws Exception {
        TestServer postgres = TestServer.running();
        String name = postgres.createEmpty();
        DatabaseConfiguration configuration =
                DatabaseConfiguration.external(postgres.url(name), TestServer.PASSWORD, TestServer.PASSWORD);
        Refused.with("database.schema.older", () -> open(configuration), "migrate");
        assertThat(PostgresServer.migrate(configuration, DatabaseKind.SERVER)).isPositive();
        try (PostgresServer server = open(configuration)) {
            assertThat(Notes.text(server.service(), "SELECT current_user || current_schemas(false)::text"))
                    .isEqualTo("preau_service{preau,public}");
        }
        postgres.drop(name);
        Refused.with("database.unreachable", () -> open(configuration), name);
    }

    @Test
    void an_external_address_must_be_one_and_is_no_place_for_a_demonstration() {
        DatabaseConfiguration wrong = DatabaseConfiguration.external("postgres://host/preau", "secret", "secret");
        Refused.with("database.external.url", () -> open(wrong), "jdbc:postgresql://");
        Refused.with("database.external.demo", () -> PostgresServer.attach(wrong, DatabaseKind.DEMO));
    }

    @Test
    void an_empty_setting_means_its_default() throws IOException {
        DatabaseConfiguration configuration = Jackson.newObjectMapper()
                .readValue("{\"url\": null, \"directory\": null, \"maxConnections\": 4}", DatabaseConfiguration.class);
        assertThat(configuration.isExternal()).isFalse();
        assertThat(configuration.directory()).isEqualTo(Path.of("data"));
        assertThat(configuration.service().user()).isEqualTo("preau_service");
        assertThat(configuration.maxConnections()).isEqualTo(4);
        assertThat(configuration.withDirectory(Path.of("data-demo")).maxConnections())
                .isEqualTo(4);
    }

    private static PostgresServer open(Path directory, DatabaseKind kind) {
        return PostgresServer.open(DatabaseConfiguration.embedded(directory), kind, new MetricRegistry());
    }

    private static PostgresServer open(DatabaseConfiguration configuration) {
        return PostgresServer.open(configuration, DatabaseKind.SERVER, new MetricRegistry());
    }
}
