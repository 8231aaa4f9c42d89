package fr.preau.evidence;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in: on disk until its fate is known, so that neither memory nor a connection to the database waits
 * for who sends slowly. It has no name on the disk (on Linux from its opening, elsewhere from its closing), so an upload
 * that is cut, or a service that is killed, leaves nothing.
 */
public final class Spool implements AutoCloseable {
    /** Most bytes of a file. */
    public static final int MOST = 10 * 1024 * 1024;

    /** Read and thrown away beyond that, so that the sender hears why rather than a broken connection. */
    private static final long DRAINED = 8L * MOST;

    private final FileChannel channel;
    private final MessageDigest digest;
    private long arrived;
    private byte @Nullable [] sha256;

    private Spool(FileChannel channel, MessageDigest digest) {
        this.channel = channel;
        this.digest = digest;
    }

    public static Spool empty() {
        try {
            Path path = Files.createTempFile("preau", ".piece");
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            return new Spool(channel, MessageDigest.getInstance("SHA-256"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole stream; it is closed again when the stream breaks off or is too long. */
    public static Spool of(InputStream sent) {
        Spool spool = empty();
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
                spool.write(ByteBuffer.wrap(buffer, 0, read));
            }
            return spool.checked();
        } catch (IOException cut) {
            spool.close();
            throw new Refusal(new Problem.Malformed(Message.of("evidence.file.cut")));
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Takes the next bytes; what is too much is counted and not kept. */
    public void write(ByteBuffer bytes) {
        arrived += bytes.remaining();
        if (arrived > DRAINED) {
            throw tooLarge();
        }
        if (arrived > MOST) {
            return;
        }
        digest.update(bytes.duplicate());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same, once everything has arrived.
     *
     * @throws Refusal invalid when there is nothing, or more than {@link #MOST}
     */
    public Spool checked() {
        if (arrived == 0) {
            throw Refusal.invalid("file", "evidence.file.none");
        }
        if (arrived > MOST) {
            throw tooLarge();
        }
        if (sha256 == null) {
            sha256 = digest.digest();
        }
        return this;
    }

    int size() {
        return (int) arrived;
    }

    /** The digest of what has arrived, once that is checked. */
    byte[] sha256() {
        return Objects.requireNonNull(sha256).clone();
    }

    FileChannel channel() {
        return channel;
    }

    /** The file from an offset on; closing the stream leaves the file open. */
    InputStream from(long offset) throws IOException {
        channel.position(offset);
        return new OpenStream(Channels.newInputStream(channel));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal tooLarge() {
        return Refusal.invalid("file", "evidence.file.tooLarge", MOST / 1024 / 1024);
    }

    private static final class OpenStream extends java.io.FilterInputStream {
        OpenStream(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The channel is read again.
        }
    }
}
