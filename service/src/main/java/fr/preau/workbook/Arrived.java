package fr.preau.workbook;

import fr.preau.kernel.Refusal;
import fr.preau.web.FormWithFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A workbook that a form has brought: on disk, readable by the service alone, for as long as it is looked at.
 *
 * @param name as its sender calls it
 */
record Arrived(String name, Path path) implements AutoCloseable {
    static final String FIELD = "fichier";
    private static final long MOST = 20L * 1024 * 1024;

    /** What is sent beyond the limit is still read, within reason, so that the sender hears why it is refused. */
    private static final long READ = 3 * MOST;

    /**
     * Takes the form in.
     *
     * @throws Refusal invalid when no file was chosen, or when it is too large; malformed when the form breaks off
     */
    static Arrived of(String type, InputStream sent) {
        try {
            Path path = Files.createTempFile("preau-", ".classeur");
            try {
                return new Arrived(received(type, sent, path), path);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String received(String type, InputStream sent, Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            Counter counter = new Counter(file);
            String name = FormWithFile.read(type, sent, FIELD, counter::take);
            if (name.isBlank()) {
                throw Refusal.invalid(FIELD, "workbook.file.none");
            }
            if (counter.bytes > MOST) {
                throw Refusal.invalid(FIELD, "workbook.file.large", MOST / 1024 / 1024);
            }
            return name;
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Counter {
        private final FileChannel file;
        private long bytes;

        Counter(FileChannel file) {
            this.file = file;
        }

        void take(ByteBuffer next) {
            bytes += next.remaining();
            if (bytes > READ) {
                throw Refusal.invalid(FIELD, "workbook.file.large", MOST / 1024 / 1024);
            }
            try {
                while (bytes <= MOST && next.hasRemaining()) {
                    file.write(next);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
