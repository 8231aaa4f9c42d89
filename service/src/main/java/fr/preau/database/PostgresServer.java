package fr.preau.database;

import com.codahale.metrics.MetricRegistry;
import fr.preau.kernel.Refusal;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.lifecycle.Managed;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The PostgreSQL that everything uses, embedded or external by {@link DatabaseConfiguration}, at this version's schema.
 *
 * <p>The service opens it; the commands attach to it, so that they work beside a running service. Whatever stands in
 * the way is a {@link Refusal} whose message names the remedy; none leaves a server running.
 */
public final class PostgresServer implements Managed, AutoCloseable {
    private static final Pattern JDBC_URL = Pattern.compile("jdbc:postgresql:.+");

    private final Attachment attachment;
    private final ManagedDataSource service;

    private PostgresServer(Attachment attachment, DatabaseConfiguration configuration, MetricRegistry metrics) {
        this.attachment = attachment;
        this.service = attachment.endpoint().pool(configuration, metrics);
    }

    /**
     * For the service: starts the embedded server and migrates it, or verifies the external one.
     *
     * <p>Refuses a directory that another process serves, and a demonstration on anything but its own directory.
     */
    public static PostgresServer open(DatabaseConfiguration configuration, DatabaseKind kind, MetricRegistry metrics) {
        if (configuration.isExternal()) {
            return external(configuration, kind, metrics);
        }
        return new PostgresServer(Attachment.alone(configuration.directory(), kind), configuration, metrics);
    }

    /** For a command: uses the server that runs, else starts and migrates it, until {@link #close}. */
    public static PostgresServer attach(DatabaseConfiguration configuration, DatabaseKind kind) {
        MetricRegistry metrics = new MetricRegistry();
        if (configuration.isExternal()) {
            return external(configuration, kind, metrics);
        }
        return new PostgresServer(Attachment.beside(configuration.directory(), kind), configuration, metrics);
    }

    /**
     * For the command {@code migrate}: brings the schema to this version and returns the number of migrations applied.
     *
     * <p>On an external server it needs the owner's password. The embedded one migrates whenever it starts.
     */
    public static int migrate(DatabaseConfiguration configuration, DatabaseKind kind) {
        if (configuration.isExternal()) {
            Endpoint endpoint = endpoint(configuration, kind);
            endpoint.check(endpoint.ownerSource());
            return new Migrations(endpoint.ownerSource()).migrate();
        }
        try (PostgresServer server = attach(configuration, kind)) {
            return server.attachment.migrations();
        }
    }

    /** The service's connections ({@code preau_service}), pooled. */
    public ManagedDataSource service() {
        return service;
    }

    /**
     * The owner's connections ({@code preau_owner}), not pooled: for what the service's rights don't reach.
     *
     * @throws fr.preau.kernel.Refusal conflict when the owner can't log in, as on an external server without its password
     */
    public DataSource owner() {
        DataSource owner = attachment.endpoint().ownerSource();
        attachment.endpoint().check(owner);
        return owner;
    }

    /** Hands the server over to the application: metered, checked at {@code /healthcheck}, stopped with it. */
    public void manage(Environment environment) {
        environment.lifecycle().manage(this);
        environment.healthChecks().register("database", new DatabaseHealth(service));
    }

    @Override
    public void start() throws Exception {
        service.start();
    }

    @Override
    public void stop() {
        close();
    }

    /** Closes the connections, then stops the server if it was started here. */
    @Override
    public void close() {
        try {
            try {
                service.stop();
            } finally {
                attachment.ending().close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL can't be left in order", e);
        }
    }

    private static PostgresServer external(
            DatabaseConfiguration configuration, DatabaseKind kind, MetricRegistry metrics) {
        Endpoint endpoint = endpoint(configuration, kind);
        endpoint.check(endpoint.serviceSource());
        new Migrations(endpoint.serviceSource()).verify();
        return new PostgresServer(new Attachment(endpoint, 0, () -> {}), configuration, metrics);
    }

    private static Endpoint endpoint(DatabaseConfiguration configuration, DatabaseKind kind) {
        if (kind == DatabaseKind.DEMO) {
            throw Refusal.conflict("database.external.demo");
        }
        if (!JDBC_URL.matcher(configuration.url()).matches()) {
            throw Refusal.conflict("database.external.url");
        }
        return new Endpoint(configuration.url(), configuration.service(), configuration.owner());
    }
}
