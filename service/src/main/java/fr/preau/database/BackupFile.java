package fr.preau.database;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.kernel.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A backup that was read from end to end before anything of it is used: what is cut short, altered or blown up is
 * refused, and the message says so.
 */
final class BackupFile implements Closeable {
    private static final int LARGEST_MANIFEST = 1 << 20;
    /** Our text is some ten times smaller when packed; a file that unpacks to much more than this is not ours. */
    private static final long MOST_UNPACKED = 200;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup and compares all of it with its manifest.
     *
     * @throws Refusal conflict when it is no whole and unaltered backup of a version that is known here
     */
    static BackupFile open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                BackupFile opened = new BackupFile(zip, manifest(zip));
                opened.compare(file.toFile().length());
                return opened;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (Damaged e) {
            throw Refusal.conflict("backup.damaged", file.toString(), e.where);
        } catch (IOException e) {
            throw Refusal.conflict("backup.unreadable", file.toString());
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(Manifest.Copied table) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.entry(table.table()));
        if (entry == null) {
            throw new Damaged(table.table());
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        byte[] json = small(zip, Backup.MANIFEST);
        String digest = new String(small(zip, Backup.DIGEST), StandardCharsets.US_ASCII);
        if (!Fingerprint.of(json).equals(digest)) {
            throw new Damaged(Backup.MANIFEST);
        }
        ObjectMapper mapper = new ObjectMapper();
        int format = mapper.readTree(json).path("format").asInt();
        if (format != Manifest.FORMAT) {
            throw Refusal.conflict("backup.format", format);
        }
        return mapper.readValue(json, Manifest.class);
    }

    private static byte[] small(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Damaged(name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
            if (bytes.length > LARGEST_MANIFEST) {
                throw new Damaged(name);
            }
            return bytes;
        }
    }

    private void compare(long size) throws IOException {
        Set<String> expected = manifest.tables().stream()
                .map(table -> Manifest.entry(table.table()))
                .collect(Collectors.toCollection(TreeSet::new));
        Collections.addAll(expected, Backup.MANIFEST, Backup.DIGEST);
        Set<String> found = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        if (!found.equals(expected) || zip.size() != expected.size()) {
            throw new Damaged(Backup.MANIFEST);
        }
        if (manifest.bytes() / MOST_UNPACKED > size) {
            throw new Damaged(Backup.MANIFEST);
        }
        for (Manifest.Copied table : manifest.tables()) {
            compare(table);
        }
    }

    /** Reads no further than the manifest says that there is. */
    private void compare(Manifest.Copied table) throws IOException {
        Fingerprint print = new Fingerprint();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = print.over(rows(table))) {
            while (in.read(buffer) >= 0) {
                if (print.bytes() > table.bytes()) {
                    throw new Damaged(table.table());
                }
            }
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new Damaged(table.table());
        }
        if (print.bytes() != table.bytes() || !print.sha256().equals(table.sha256())) {
            throw new Damaged(table.table());
        }
    }

    /** What doesn't agree with the rest. */
    private static final class Damaged extends IOException {
        private final String where;

        Damaged(String where) {
            super(where);
            this.where = where;
        }
    }
}
