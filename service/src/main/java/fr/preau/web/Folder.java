package fr.preau.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that the product carries, whether it runs from its jar or from compiled classes.
 *
 * <p>Only our own: what a library brings in is opened by its whole path.
 */
final class Folder {
    private Folder() {}

    /** Paths of all files under a folder, relative to it and sorted, with {@code /} on every system. */
    static List<String> files(String folder) {
        try {
            Path source = Path.of(Folder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(source)) {
                return files(source.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(source)) {
                return files(jar.getPath("/" + folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " of the product can't be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Opens one file by its whole path, ours or a library's. */
    static InputStream open(String path) throws IOException {
        InputStream stream = Folder.class.getClassLoader().getResourceAsStream(path);
        if (stream == null) {
            throw new FileNotFoundException(path + " is missing from the product: build it again");
        }
        return stream;
    }

    static byte[] read(String path) {
        try (InputStream stream = open(path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
