package fr.preau.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A table of numbers, to see what a server has kept. */
final class Notes {
    private Notes() {}

    static void create(PostgresServer server) throws SQLException {
        execute(server.owner(), "CREATE TABLE preau.note (n bigint PRIMARY KEY)");
        execute(server.owner(), "GRANT SELECT, INSERT ON preau.note TO preau_service");
    }

    static void write(PostgresServer server, long number) throws SQLException {
        execute(server.service(), "INSERT INTO preau.note (n) VALUES (" + number + ")");
    }

    static long count(PostgresServer server) throws SQLException {
        return Long.parseLong(text(server.service(), "SELECT count(*) FROM preau.note"));
    }

    /** The count once the server answers again, within 30 seconds. */
    static long countWhenBack(PostgresServer server) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                return count(server);
            } catch (SQLException e) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    static String text(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
