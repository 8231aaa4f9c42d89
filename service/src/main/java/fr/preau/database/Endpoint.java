package fr.preau.database;

import com.codahale.metrics.MetricRegistry;
import fr.preau.kernel.Refusal;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.db.ManagedPooledDataSource;
import io.dropwizard.util.Duration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server's address and the two roles' logins: what it takes to connect, wherever the server runs. */
record Endpoint(String url, Login service, Login owner) {
    private static final String SEARCH_PATH = "preau,public";
    private static final int OLDEST_MAJOR = 15;

    /** Connections of the service, pooled and metered under the name {@code database}. */
    ManagedDataSource pool(DatabaseConfiguration configuration, MetricRegistry metrics) {
        DataSourceFactory factory = new DataSourceFactory();
        factory.setDriverClass("org.postgresql.Driver");
        factory.setUrl(url);
        factory.setUser(service.user());
        factory.setPassword(service.password());
        factory.setProperties(
                Map.of("currentSchema", SEARCH_PATH, "reWriteBatchedInserts", "true", "ApplicationName", "preau"));
        factory.setInitialSize(0);
        factory.setMinSize(configuration.minConnections());
        factory.setMaxSize(configuration.maxConnections());
        factory.setMaxWaitForConnection(Duration.seconds(10));
        // After a restart of the server the pool must notice that its connections are dead.
        factory.setCheckConnectionOnBorrow(true);
        factory.setValidationInterval(Duration.seconds(1));
        factory.setValidationQueryTimeout(Duration.seconds(5));
        factory.setRollbackOnReturn(true);
        ManagedDataSource pool = factory.build(metrics, "database");
        // Its proxy about every statement and result takes each call by reflection, and guards from what JDBI never
        // does:
        // to use them after their connection went back.
        ((ManagedPooledDataSource) pool).setUseStatementFacade(false);
        return pool;
    }

    /** Connections of the owner, opened one by one: they serve migrations only. */
    DataSource ownerSource() {
        return source(owner);
    }

    DataSource serviceSource() {
        return source(service);
    }

    private DataSource source(Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        source.setCurrentSchema(SEARCH_PATH);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("preau");
        return source;
    }

    /** Refuses a server that can't be reached or is too old; the message gives the server's own reason. */
    void check(DataSource source) {
        try (Connection connection = source.getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw Refusal.conflict("database.external.old", major, OLDEST_MAJOR);
            }
        } catch (SQLException e) {
            throw Refusal.conflict("database.unreachable", oneLine(e));
        }
    }

    /** Whether the service can log in now. */
    boolean answers() {
        try (Connection connection = serviceSource().getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static String oneLine(SQLException failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse("")
                .lines()
                .findFirst()
                .orElse("");
    }
}
