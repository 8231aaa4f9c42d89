package fr.preau.database;

import fr.preau.kernel.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A hold on a server whose schema is at this version: where it is, how many migrations that took, how to let it go.
 *
 * <p>The service holds the embedded server {@link #alone}. A command works {@link #beside} the service if one runs; else
 * it starts the server itself, and stops it only when no other command uses it any more.
 */
record Attachment(Endpoint endpoint, int migrations, Closeable ending) {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    /** Starts the server, refused when any other process has it. */
    static Attachment alone(Path path, DatabaseKind kind) {
        return refusing(path, () -> {
            DataDirectory directory = DataDirectory.prepare(path);
            DirectoryLock lock = DirectoryLock.tryTake(directory.lockFile()).orElseThrow(() -> taken(directory));
            EmbeddedServer server = EmbeddedServer.start(directory, kind, lock);
            return migrated(directory, server, server::close);
        });
    }

    /** Joins the server that runs, or starts it. */
    static Attachment beside(Path path, DatabaseKind kind) {
        return refusing(path, () -> {
            DataDirectory directory = DataDirectory.prepare(path);
            long start = System.nanoTime();
            while (System.nanoTime() - start < PATIENCE) {
                Optional<DirectoryLock> lock = DirectoryLock.tryTake(directory.lockFile());
                if (lock.isPresent()) {
                    EmbeddedServer server = EmbeddedServer.start(directory, kind, lock.get());
                    return migrated(directory, server, () -> closeAfterGuests(directory, server));
                }
                Optional<Attachment> guest = join(directory, kind);
                if (guest.isPresent()) {
                    return guest.get();
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            throw taken(directory);
        });
    }

    private static Attachment migrated(DataDirectory directory, EmbeddedServer server, Closeable closing)
            throws IOException {
        try {
            Endpoint endpoint = server.endpoint();
            int applied = new Migrations(endpoint.ownerSource()).migrate();
            directory.setReady(true);
            return new Attachment(endpoint, applied, closing);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static void closeAfterGuests(DataDirectory directory, EmbeddedServer server) throws IOException {
        DirectoryLock guests = DirectoryLock.awaitShares(directory.guestsFile());
        try {
            server.close();
        } finally {
            guests.close();
        }
    }

    /** Empty while the server is not ready, or not migrated yet. */
    private static Optional<Attachment> join(DataDirectory directory, DatabaseKind kind) throws IOException {
        DirectoryLock guest = DirectoryLock.share(directory.guestsFile());
        Optional<Endpoint> running = Optional.empty();
        try {
            running = running(directory, kind);
        } finally {
            if (running.isEmpty()) {
                guest.close();
            }
        }
        return running.map(endpoint -> new Attachment(endpoint, 0, guest::close));
    }

    private static Optional<Endpoint> running(DataDirectory directory, DatabaseKind kind) throws IOException {
        Optional<PostmasterFile> server = PostmasterFile.read(directory.cluster());
        if (server.isEmpty() || !server.get().ready() || Files.notExists(directory.readyFile())) {
            return Optional.empty();
        }
        directory.checkKind(kind);
        Endpoint endpoint = EmbeddedServer.endpoint(directory, server.get().port());
        if (!endpoint.answers()) {
            return Optional.empty();
        }
        new Migrations(endpoint.serviceSource()).verify();
        return Optional.of(endpoint);
    }

    private static Refusal taken(DataDirectory directory) {
        try {
            String holder = DirectoryLock.holder(directory.lockFile());
            return Refusal.conflict("database.running", directory.path().toString(), holder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells what the system says against it in a sentence with a remedy. */
    private static Attachment refusing(Path path, Callable<Attachment> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw Refusal.conflict("database.directory.denied", String.valueOf(e.getFile()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            DataDirectory directory = new DataDirectory(path);
            String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
            throw Refusal.conflict("database.start", reason, directory.log().toString());
        }
    }
}
