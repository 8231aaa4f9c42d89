package fr.preau.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The running server: started, watched, started again when it dies by itself, stopped.
 *
 * <p>One thread starts it and waits for its end. That thread must live as long as the server, because the kernel stops
 * the server when the thread that started it ends.
 */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final long LOG_SIZE = 5_000_000;
    private static final long PAUSE_MILLISECONDS = 500;

    private final Cluster cluster;
    private final int port;
    private final long logStart;
    private volatile boolean ready;
    private volatile boolean stopping;
    private final AtomicInteger ends = new AtomicInteger();
    private volatile @Nullable Process process;

    private PostgresProcess(Cluster cluster, int port, long logStart) {
        this.cluster = cluster;
        this.port = port;
        this.logStart = logStart;
    }

    static PostgresProcess start(Cluster cluster, int port) throws IOException {
        PostgresProcess server = new PostgresProcess(
                cluster, port, Files.size(openLog(cluster.directory().log())));
        Thread keeper = new Thread(server::keep, "postgresql");
        keeper.setDaemon(true);
        keeper.start();
        return server;
    }

    /** Tells that the server has answered: from now on its end is worth a warning. */
    void setReady() {
        ready = true;
    }

    /** How many times the server has ended without being asked to. */
    int ends() {
        return ends.get();
    }

    /** What the server gave as its reason, in its last words. */
    String lastWords() throws IOException {
        byte[] log = Files.readAllBytes(cluster.directory().log());
        int from = (int) Math.min(logStart, log.length);
        List<String> lines = new String(log, from, log.length - from, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL"))
                .reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1))
                .strip();
    }

    void stop() throws IOException {
        stopping = true;
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        try {
            cluster.stop();
        } catch (IOException e) {
            LOG.warn("PostgreSQL does not stop ({}): killing it", e.getMessage());
            running.destroyForcibly();
        }
        try {
            running.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (!stopping) {
                int status = runOnce();
                if (!stopping) {
                    ends.incrementAndGet();
                    LOG.atLevel(ready ? Level.WARN : Level.INFO)
                            .log(
                                    "PostgreSQL ended by itself with status {} ({}): starting it again",
                                    status,
                                    lastWords());
                    Thread.sleep(PAUSE_MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL can't be started", e);
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        cluster.endLeftover();
        Process started = cluster.server(port).start();
        process = started;
        if (stopping) {
            started.destroy();
        }
        return started.waitFor();
    }

    /** One file of a bounded size and the one before it. */
    private static Path openLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_SIZE) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.notExists(log)) {
            Files.createFile(log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return log;
    }
}
