package fr.preau.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files for tests: written, read back, or put together part by part. */
final class Books {
    private Books() {}

    /** A workbook of one sheet. */
    static byte[] of(Format format, List<List<Box>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BookWriter writer = format.writer(out)) {
            writer.tab(new Tab("Feuille", List.of(11, 34), 0, 0, false));
            for (List<Box> row : rows) {
                writer.row(Layout.LINE, row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A zipped file of these parts: name, content, name, content… */
    static byte[] zip(String... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** All rows of all sheets. */
    static List<List<String>> rows(byte[] file) {
        return rows(file, Parts.MOST_BYTES);
    }

    static List<List<String>> rows(byte[] file, long budget) {
        List<List<String>> rows = new ArrayList<>();
        Path path = file(file);
        try (Parts parts = Parts.open(path, budget)) {
            BookReader.of(parts).read(tab -> true, (tab, cells) -> rows.add(List.copyOf(cells)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            path.toFile().delete();
        }
    }

    static Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile("book", ".zip"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
