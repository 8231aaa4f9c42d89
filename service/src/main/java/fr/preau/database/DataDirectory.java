package fr.preau.database;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the embedded server keeps everything: its cluster, its programs, its passwords, its log.
 *
 * <p>The directory is 0700 and the passwords 0600: reading them takes the user that runs the service, or root.
 */
record DataDirectory(Path path) {
    private static final SecureRandom RANDOM = new SecureRandom();

    DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes the directory if there is none; refuses one that holds anything but our data. */
    static DataDirectory prepare(Path path) throws IOException {
        DataDirectory directory = new DataDirectory(path);
        if (Files.notExists(directory.path)) {
            Path parent = directory.path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(
                    directory.path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (Files.notExists(directory.kindFile()) && !directory.names().isEmpty()) {
            throw Refusal.conflict("database.directory.foreign", path.toString());
        }
        return directory;
    }

    Path lockFile() {
        return path.resolve("lock");
    }

    /** Shared by commands that use a server which another command has started, so that it stops after them. */
    Path guestsFile() {
        return path.resolve("guests");
    }

    Path cluster() {
        return path.resolve("cluster");
    }

    Path unfinishedCluster() {
        return path.resolve("cluster.unfinished");
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    /** There while the server's schema is at this version, for the commands that wait to join. */
    Path readyFile() {
        return path.resolve("ready");
    }

    void setReady(boolean ready) throws IOException {
        Files.deleteIfExists(readyFile());
        if (ready) {
            Files.createFile(readyFile());
        }
    }

    /** Writes the kind at first use; refuses the other one ever after. */
    void mark(DatabaseKind kind) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        if (Files.notExists(kindFile())) {
            writeSecret(kindFile(), kind.word());
        }
        checkKind(kind);
    }

    void checkKind(DatabaseKind kind) throws IOException {
        String found = Files.readString(kindFile()).strip();
        if (!found.equals(kind.word())) {
            throw Refusal.conflict("database.kind." + kind.word(), path.toString());
        }
    }

    /** The role's login, with the password made for it at first use. */
    Login login(String role) throws IOException {
        Path file = passwordFile(role);
        if (Files.notExists(file)) {
            byte[] secret = new byte[24];
            RANDOM.nextBytes(secret);
            writeSecret(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return new Login(role, Files.readString(file));
    }

    Path passwordFile(String role) {
        return path.resolve(role + ".password");
    }

    private Path kindFile() {
        return path.resolve("kind");
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("lock") && !name.endsWith(".key"))
                    .collect(Collectors.toSet());
        }
    }

    /** All or nothing, and never readable by others, not even while it is written. */
    private static void writeSecret(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
