package fr.preau.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of a test run, with both roles and a migrated template; started once, when the first class needs it.
 *
 * <p>It keeps nothing and syncs nothing: quick, and never a model for production. The system property {@value #PROPERTY}
 * or the environment variable {@value #VARIABLE} names another server instead, by a superuser's JDBC URL
 * ({@code jdbc:postgresql://localhost:5432/postgres?user=postgres&password=…}).
 */
final class TestServer {
    static final String PROPERTY = "preau.test.database.url";
    static final String VARIABLE = "PREAU_TEST_DATABASE_URL";
    static final String OWNER = "preau_owner";
    static final String SERVICE = "preau_service";
    static final String PASSWORD = "test";

    private static TestServer running;

    private final String superuser;
    private final String template;
    private final AtomicInteger clones = new AtomicInteger();

    private TestServer(String superuser) {
        this.superuser = superuser;
        this.template = "preau_test_" + ProcessHandle.current().pid();
    }

    static synchronized TestServer running() {
        if (running == null) {
            TestServer server = new TestServer(named() == null ? startEmbedded() : named());
            server.createRoles();
            server.createTemplate();
            running = server;
        }
        return running;
    }

    /** A new database with everything the template has; returns its name. */
    synchronized String cloneTemplate() {
        String name = template + "_" + clones.incrementAndGet();
        execute("CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(name, template, OWNER));
        return name;
    }

    /** A new database with nothing in it; returns its name. */
    synchronized String createEmpty() {
        String name = template + "_" + clones.incrementAndGet();
        createDatabase(name);
        return name;
    }

    void drop(String name) {
        execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
    }

    String url(String database) {
        String server = superuser.substring(0, superuser.lastIndexOf('/') + 1);
        return server + database + "?currentSchema=preau,public&reWriteBatchedInserts=true";
    }

    PGSimpleDataSource source(String database, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    private void createRoles() {
        for (String role : new String[] {OWNER, SERVICE}) {
            execute("""
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                    END $$""".formatted(role));
            execute("ALTER ROLE %s LOGIN NOSUPERUSER PASSWORD '%s'".formatted(role, PASSWORD));
        }
    }

    private void createTemplate() {
        createDatabase(template);
        Runtime.getRuntime().addShutdownHook(new Thread(this::dropTemplate));
        new Migrations(source(template, OWNER)).migrate();
    }

    private void createDatabase(String name) {
        drop(name);
        execute("""
                CREATE DATABASE %s OWNER %s TEMPLATE template0 ENCODING 'UTF8'
                LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR'""".formatted(name, OWNER));
    }

    private void dropTemplate() {
        if (named() != null) {
            drop(template);
        }
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String named() {
        return System.getProperty(PROPERTY, System.getenv(VARIABLE));
    }

    private static String startEmbedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("full_page_writes", "off")
                    .start();
            return Objects.requireNonNull(postgres.getJdbcUrl("postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
