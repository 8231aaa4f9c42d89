package fr.preau.database;

import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the jar into the data directory once for each version of them.
 *
 * <p>They are for Linux on two processors, with the GNU C library; elsewhere one's own PostgreSQL serves, by
 * {@code database.url}.
 */
record Binaries(Path home) {
    /** The major version of the programs, which is the one of the data that they can read. */
    static final String MAJOR = "18";

    private static final String PREFIX = "postgresql-";

    static Binaries unpack(Path directory) throws IOException {
        return unpack(directory, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Binaries unpack(Path directory, String system, String processor) throws IOException {
        URL archive = Binaries.class.getResource("/" + archiveName(system, processor));
        if (archive == null) {
            throw Refusal.conflict("database.platform", system, processor);
        }
        Path home = directory.resolve(PREFIX + MAJOR + "-" + fingerprint(archive));
        if (Files.notExists(home)) {
            removeOthers(directory);
            Path unfinished = directory.resolve(PREFIX + "unfinished");
            extract(archive, unfinished);
            Files.move(unfinished, home);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static String archiveName(String system, String processor) {
        String family = system.toLowerCase(Locale.ROOT).startsWith("linux") ? "linux" : "unserved";
        String kind = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "unserved";
        };
        return "postgres-%s-%s.txz".formatted(family, kind);
    }

    /** Tells one archive from another without reading it: a new version of Préau may bring newer programs. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    private static void extract(URL archive, Path target) throws IOException {
        Files.createDirectories(target);
        try (InputStream file = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, target);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive leads outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void removeOthers(Path directory) throws IOException {
        try (var found = Files.list(directory)) {
            for (Path path : found.filter(Files::isDirectory)
                    .filter(each -> each.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                remove(path);
            }
        }
    }

    /** Removes a directory and everything below it. */
    static void remove(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (var paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
