package fr.preau.database;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A data directory as a first start leaves it, made once, and copies of it: a test gets one in a blink. */
final class DataCopies {
    private final Path root;
    private final Path original;
    private int copies;

    DataCopies(Path root) throws IOException {
        this.root = root;
        // The user that PostgreSQL runs as must get through.
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path programs = Files.createDirectory(root.resolve("programs"));
        Binaries.unpack(programs);
        original = root.resolve("original");
        DataDirectory.prepare(original).mark(DatabaseKind.SERVER);
        link(programs);
        // What a first start that was cut short leaves behind.
        Files.createDirectory(original.resolve("cluster.unfinished"));
        Files.writeString(original.resolve("cluster.unfinished").resolve("postgresql.conf"), "half");
        open(original).close();
    }

    Path original() {
        return original;
    }

    Path copy() throws IOException {
        copies++;
        Path copy = root.resolve("copy" + copies);
        Command.run(root, List.of("cp", "-a", original.toString(), copy.toString()));
        return copy;
    }

    static PostgresServer open(Path directory) {
        return PostgresServer.open(
                DatabaseConfiguration.embedded(directory), DatabaseKind.SERVER, new MetricRegistry());
    }

    private void link(Path programs) throws IOException {
        try (var found = Files.list(programs)) {
            for (Path program : found.toList()) {
                Files.createSymbolicLink(original.resolve(program.getFileName()), program);
            }
        }
    }
}
