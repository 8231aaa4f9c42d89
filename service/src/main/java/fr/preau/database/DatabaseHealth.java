package fr.preau.database;

import com.codahale.metrics.health.HealthCheck;
import java.sql.Connection;
import javax.sql.DataSource;

/** Well when the pool gives a connection on which the server answers within five seconds. */
final class DatabaseHealth extends HealthCheck {
    private static final int SECONDS = 5;

    private final DataSource source;

    DatabaseHealth(DataSource source) {
        this.source = source;
    }

    @Override
    protected Result check() throws Exception {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS) ? Result.healthy() : Result.unhealthy("the server does not answer");
        }
    }
}
