package fr.preau.journal;

import fr.preau.kernel.Setting;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code journal} part of {@code config.yml}: where the key lies that signs its heads. */
public final class JournalConfiguration {
    @Setting
    private String key = "";

    /** The file that was named, empty when none was. */
    public Optional<Path> key() {
        return key.isBlank() ? Optional.empty() : Optional.of(Path.of(key.strip()));
    }
}
