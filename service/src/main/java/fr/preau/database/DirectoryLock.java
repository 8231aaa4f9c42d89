package fr.preau.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock on a file, held by one process or shared by several, which the system drops when a process dies.
 *
 * <p>The exclusive one is taken before anything in a data directory is touched: nobody else may then stop its server or
 * write its files. The file says which process holds it, for the message to whom comes second.
 */
final class DirectoryLock implements AutoCloseable {
    // Closing any channel on a file drops this process's locks on it, so a file held here is never opened again here.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final boolean exclusive;

    private DirectoryLock(Path file, FileChannel channel, boolean exclusive) {
        this.file = file;
        this.channel = channel;
        this.exclusive = exclusive;
    }

    /** The exclusive lock, or empty when somebody has it. */
    static Optional<DirectoryLock> tryTake(Path file) throws IOException {
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            channel = open(file);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                byte[] me = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
                channel.write(ByteBuffer.wrap(me));
                return Optional.of(new DirectoryLock(file, channel, true));
            }
        } catch (IOException e) {
            HELD.remove(file);
            throw e;
        }
        channel.close();
        HELD.remove(file);
        return Optional.empty();
    }

    /** A shared lock, waiting for the end of an exclusive one. */
    static DirectoryLock share(Path file) throws IOException {
        FileChannel channel = open(file);
        lock(channel, true);
        return new DirectoryLock(file, channel, false);
    }

    /** An exclusive lock, waiting for the end of every shared one. */
    static DirectoryLock awaitShares(Path file) throws IOException {
        FileChannel channel = open(file);
        lock(channel, false);
        return new DirectoryLock(file, channel, false);
    }

    /** The number of the process that holds the exclusive lock, as it wrote it. */
    static String holder(Path file) throws IOException {
        return HELD.contains(file) ? Long.toString(ProcessHandle.current().pid()) : Files.readString(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (exclusive) {
            HELD.remove(file);
        }
    }

    private static void lock(FileChannel channel, boolean shared) throws IOException {
        try {
            channel.lock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            // This very process has it: it needs no protection from itself.
            return;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
