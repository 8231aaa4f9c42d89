package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a first start makes: settings, rights, files. */
class EmbeddedServerTest {
    @TempDir
    static Path root;

    static Path directory;
    static PostgresServer server;

    @BeforeAll
    static void start() throws IOException {
        directory = new DataCopies(root).original();
        server = DataCopies.open(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fsync                   | on
            synchronous_commit      | on
            full_page_writes        | on
            data_checksums          | on
            password_encryption     | scram-sha-256
            listen_addresses        | 127.0.0.1
            server_encoding         | UTF8
            search_path             | 'preau, public'
            """)
    void the_server_keeps_what_it_acknowledges_and_listens_to_this_machine_alone(String setting, String value)
            throws SQLException {
        assertThat(Notes.text(server.service(), "SHOW " + setting).replace(",public", ", public"))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"512, 128", "1024, 128", "4096, 512", "8192, 1024", "65536, 1024"})
    void the_server_keeps_an_eighth_of_the_memory_within_bounds(long machine, long buffers) {
        assertThat(Cluster.buffers(machine)).isEqualTo(buffers);
    }

    @Test
    void the_server_has_its_part_of_the_memory() throws SQLException {
        assertThat(Notes.text(
                        server.service(),
                        "SELECT CAST(setting AS bigint) * 8 >= 131072 AND source = 'command line'"
                                + " FROM pg_settings WHERE name = 'shared_buffers'"))
                .isEqualTo("t");
    }

    @Test
    void the_server_has_no_socket_for_the_machine_s_other_users() throws Exception {
        Login superuser = new DataDirectory(directory).login("postgres");
        try (Connection connection = DriverManager.getConnection(
                        url().replace("/preau", "/postgres"), superuser.user(), superuser.password());
                var rows = connection.createStatement().executeQuery("SHOW unix_socket_directories")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEmpty();
        }
    }

    @Test
    void the_database_sorts_in_french_by_itself() throws SQLException {
        assertThat(
                        Notes.text(
                                server.owner(),
                                "SELECT string_agg(n, ' ' ORDER BY n) FROM unnest(ARRAY['zoo', 'élan', 'Eden', 'école', 'eau']) n"))
                .isEqualTo("eau école Eden élan zoo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "preau_owner", "preau_service"})
    void nobody_gets_in_without_the_right_password(String role) throws SQLException {
        String url = url();
        assertThatThrownBy(() -> DriverManager.getConnection(url, role, "")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url, role, "preau"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_owner_is_no_superuser_and_the_service_owns_nothing() throws SQLException {
        assertThat(Notes.text(
                        server.owner(),
                        "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication"
                                + " FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(Notes.text(
                        server.owner(), "SELECT count(*) FROM pg_class WHERE relowner = 'preau_service'::regrole"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE preau.own (n int)",
                "CREATE TABLE public.own (n int)",
                "CREATE SCHEMA own",
                "SELECT rolpassword FROM pg_authid",
                "CREATE ROLE other",
                "SET ROLE preau_owner",
                "DELETE FROM preau.flyway_schema_history",
                "COPY (SELECT 1) TO PROGRAM 'true'"
            })
    void the_service_is_denied(String sql) {
        assertThatThrownBy(() -> Notes.execute(server.service(), sql)).hasMessageContaining("permission denied");
    }

    @Test
    void the_service_can_not_reach_the_server_s_own_database() throws IOException {
        Login service = new DataDirectory(directory).login("preau_service");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        url().replace("/preau", "/postgres"), service.user(), service.password()))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void only_the_user_that_runs_the_service_can_read_the_files() throws IOException {
        assertThat(modes(directory)).isEqualTo("rwx------");
        assertThat(modes(directory.resolve("cluster"))).isEqualTo("rwx------");
        for (String name : List.of(
                "postgres.password", "preau_owner.password", "preau_service.password", "postgresql.log", "kind")) {
            assertThat(modes(directory.resolve(name))).as(name).isEqualTo("rw-------");
        }
    }

    @Test
    void passwords_are_long_different_and_neither_logged_nor_on_a_command_line() throws IOException {
        DataDirectory data = new DataDirectory(directory);
        List<String> passwords = List.of(
                data.login("postgres").password(),
                data.login("preau_owner").password(),
                data.login("preau_service").password());
        assertThat(passwords).doesNotHaveDuplicates().allMatch(password -> password.length() == 32);
        long pid = PostmasterFile.read(data.cluster()).orElseThrow().pid();
        assertThat(Files.readString(data.log()) + Files.readString(Path.of("/proc/" + pid + "/cmdline")))
                .isNotEmpty()
                .doesNotContain(passwords);
        assertThat(data.login("preau_owner").toString()).isEqualTo("preau_owner");
    }

    @Test
    void the_server_gets_none_of_our_environment() throws IOException {
        long pid = PostmasterFile.read(new DataDirectory(directory).cluster())
                .orElseThrow()
                .pid();
        assertThat(Files.readString(Path.of("/proc/" + pid + "/environ")))
                .contains("LC_ALL=C")
                .doesNotContain("HOME=");
    }

    private static String url() {
        try (Connection connection = server.owner().getConnection()) {
            return connection.getMetaData().getURL().replaceAll("\\?.*", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
