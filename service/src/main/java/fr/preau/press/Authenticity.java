package fr.preau.press;

import fr.preau.journal.SigningKey;
import fr.preau.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Tells, with the public key alone and no network, whether a file is one that the service has signed. */
public final class Authenticity {
    private static final int MOST_BYTES = 256 * 1024 * 1024;
    private static final int MOST_FILES = 100;

    private final SigningKey key;

    public Authenticity(SigningKey key) {
        this.key = key;
    }

    /**
     * Verifies a file by the manifest beside it, or a ZIP by the one that it holds.
     *
     * @param beside the manifest's file; null to look for it in the file's own folder
     * @return what was signed: the manifest in which the file, or each file of the ZIP, stands as it is
     * @throws Refusal conflict, naming what is not as it was signed
     */
    public Manifest verify(Path file, @Nullable Path beside) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw Refusal.conflict("press.verify.large", file.toString());
        }
        byte[] content = Files.readAllBytes(file);
        if (file.getFileName().toString().endsWith(".zip")) {
            return whole(content);
        }
        Path by = beside == null ? file.resolveSibling(Manifest.NAME) : beside;
        if (Files.notExists(by)) {
            throw Refusal.conflict("press.verify.noManifest", by.toString());
        }
        Manifest manifest = signed(Files.readAllBytes(by));
        if (manifest.nameOf(content).isEmpty()) {
            throw Refusal.conflict("press.verify.changed", file.getFileName().toString());
        }
        return manifest;
    }

    private Manifest signed(byte[] manifest) {
        return Manifest.verified(manifest, key).orElseThrow(() -> Refusal.conflict("press.verify.unsigned", key.id()));
    }

    private Manifest whole(byte[] content) throws IOException {
        Map<String, byte[]> files = unpacked(content);
        byte[] own = Optional.ofNullable(files.get(Manifest.NAME))
                .orElseThrow(() -> Refusal.conflict("press.verify.noManifest", Manifest.NAME));
        Manifest manifest = signed(own);
        manifest.files().forEach((name, sha256) -> {
            byte[] found = files.get(name);
            if (found == null || !PressFile.sha256(found).equals(sha256)) {
                throw Refusal.conflict("press.verify.changed", name);
            }
        });
        return manifest;
    }

    private static Map<String, byte[]> unpacked(byte[] content) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        int room = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(room + 1);
                room -= bytes.length;
                if (room < 0 || files.size() >= MOST_FILES || files.put(entry.getName(), bytes) != null) {
                    throw Refusal.conflict("press.verify.large", entry.getName());
                }
            }
        }
        return files;
    }
}
