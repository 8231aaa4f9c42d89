package fr.preau.database;

import java.util.Locale;

/**
 * What the data in a directory are: people's, or invented ones for a demonstration.
 *
 * <p>The kind is written in the directory at its first use and never changes, so that the two never mix.
 */
public enum DatabaseKind {
    SERVER,
    DEMO;

    /** As written in the directory, and the name of the command that opens it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
