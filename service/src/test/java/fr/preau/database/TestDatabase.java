package fr.preau.database;

import io.dropwizard.jackson.Jackson;
import java.time.InstantSource;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated, empty database for one test class, cloned from a template and dropped at its end.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DB = new TestDatabase();
 * }</pre>
 *
 * <p>The server is {@link TestServer}: one for all classes of a run. What one class writes, no other sees.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private int depth;
    private String name;
    private DataSource owners;
    private DataSource services;
    private Jdbi owner;
    private Jdbi service;

    /** Units of work as {@code preau_service}: what production code gets. */
    public Database database() {
        return database(InstantSource.system());
    }

    /** The same by a test's own clock, which must be the one that its grants are given by. */
    public Database database(InstantSource clock) {
        return new Database(service, clock);
    }

    /** Connections as {@code preau_owner}, to set a scene or to look past the rights. */
    public Jdbi owner() {
        return owner;
    }

    /** Connections as {@code preau_service}, to show what the service can't do. */
    public Jdbi service() {
        return service;
    }

    /** For tests that copy a database to another. */
    String name() {
        return name;
    }

    /** JDBC URL without user nor password, for a whole application started on this database. */
    public String url() {
        return TestServer.running().url(name);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Called again for each @Nested class, which shares its outer class's database.
        depth++;
        if (depth > 1) {
            return;
        }
        name = TestServer.running().cloneTemplate();
        owners = pool(TestServer.OWNER);
        services = pool(TestServer.SERVICE);
        owner = JdbiSetup.configure(Jdbi.create(owners), Jackson.newObjectMapper());
        service = JdbiSetup.configure(Jdbi.create(services), Jackson.newObjectMapper());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        depth--;
        if (depth > 0) {
            return;
        }
        owners.close(true);
        services.close(true);
        TestServer.running().drop(name);
    }

    private DataSource pool(String role) {
        PoolProperties pool = new PoolProperties();
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setUrl(url());
        pool.setUsername(role);
        pool.setPassword(TestServer.PASSWORD);
        pool.setInitialSize(0);
        pool.setMinIdle(0);
        pool.setMaxIdle(16);
        pool.setMaxActive(16);
        pool.setMaxWait(20_000);
        return new DataSource(pool);
    }
}
