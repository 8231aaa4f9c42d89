package fr.preau.database;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL server of our own on a data directory, with the database {@code preau} and its two roles.
 *
 * <p>It holds the directory's lock from before anything is touched until after the server has stopped.
 */
final class EmbeddedServer implements AutoCloseable {
    static final String OWNER = "preau_owner";
    static final String SERVICE = "preau_service";

    private static final String DATABASE = "preau";
    private static final int STARTS = 6;
    // A crash recovery replays at most some minutes of writing.
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
    private static final String WRONG_PASSWORD = "28P01";

    private final DataDirectory directory;
    private final DirectoryLock lock;
    private final PostgresProcess process;
    private final int port;

    private EmbeddedServer(DataDirectory directory, DirectoryLock lock, PostgresProcess process, int port) {
        this.directory = directory;
        this.lock = lock;
        this.process = process;
        this.port = port;
    }

    /** Starts the server and waits until both roles can log in; the lock goes with the server, also when it fails. */
    static EmbeddedServer start(DataDirectory directory, DatabaseKind kind, DirectoryLock lock) throws IOException {
        try {
            directory.mark(kind);
            directory.setReady(false);
            return start(directory, lock, Privileges.over(directory.path()));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedServer start(DataDirectory directory, DirectoryLock lock, Privileges privileges)
            throws IOException {
        Cluster cluster = new Cluster(directory, Binaries.unpack(directory.path()), privileges);
        cluster.prepare();
        int port = freePort();
        PostgresProcess process = PostgresProcess.start(cluster, port);
        EmbeddedServer server = new EmbeddedServer(directory, lock, process, port);
        try {
            server.provision();
            process.setReady();
            return server;
        } catch (SQLException e) {
            process.stop();
            throw new IOException(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    static Endpoint endpoint(DataDirectory directory, int port) throws IOException {
        return new Endpoint(url(port, DATABASE), directory.login(SERVICE), directory.login(OWNER));
    }

    Endpoint endpoint() throws IOException {
        return endpoint(directory, port);
    }

    @Override
    public void close() throws IOException {
        process.stop();
        lock.close();
    }

    /** Safe to repeat: a start that was cut short is made good by the next one. */
    private void provision() throws IOException, SQLException {
        try (Connection connection = awaitConnection();
                Statement statement = connection.createStatement()) {
            for (Login login : new Login[] {directory.login(OWNER), directory.login(SERVICE)}) {
                if (isMissing(statement, "SELECT FROM pg_roles WHERE rolname = '%s'", login.user())) {
                    statement.execute("CREATE ROLE " + login.user() + " LOGIN");
                }
                // The driver sends a SCRAM verifier, so that the password itself is in no log.
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
            }
            if (isMissing(statement, "SELECT FROM pg_database WHERE datname = '%s'", DATABASE)) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
            statement.execute("REVOKE ALL ON DATABASE postgres, template1, preau FROM PUBLIC");
            statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE preau TO preau_service");
        }
    }

    private static boolean isMissing(Statement statement, String query, String name) throws SQLException {
        try (var rows = statement.executeQuery(query.formatted(name))) {
            return !rows.next();
        }
    }

    private Connection awaitConnection() throws IOException {
        Login superuser = directory.login(Cluster.SUPERUSER);
        long start = System.nanoTime();
        while (true) {
            try {
                return DriverManager.getConnection(url(port, "postgres"), superuser.user(), superuser.password());
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState())) {
                    throw Refusal.conflict(
                            "database.passwords",
                            directory.passwordFile(Cluster.SUPERUSER).toString());
                }
                if (process.ends() >= STARTS || System.nanoTime() - start > PATIENCE) {
                    throw new IOException(process.lastWords(), e);
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
