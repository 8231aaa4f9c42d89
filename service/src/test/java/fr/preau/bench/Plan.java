package fr.preau.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** What {@code service/bin/bench} has prepared, as it wrote it down: addresses, people, places. */
record Plan(Properties values) {

    static Plan read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return new Plan(values);
    }

    String text(String key) {
        return Objects.requireNonNull(values.getProperty(key), key);
    }

    String service() {
        return text("service");
    }

    String admin() {
        return text("admin");
    }

    /** JDBC URL of the schema's owner. */
    String database() {
        return text("database");
    }

    long process() {
        return Long.parseLong(text("process"));
    }

    long postmaster() {
        return Long.parseLong(text("postmaster"));
    }

    long campaign() {
        return Long.parseLong(text("campaign"));
    }

    String academy() {
        return text("academy");
    }

    String department() {
        return text("department");
    }

    String owner() {
        return text("owner");
    }

    String token() {
        return text("token");
    }

    int seconds() {
        return Integer.parseInt(text("seconds"));
    }

    /** Seconds of mixed load. */
    int mixed() {
        return Integer.parseInt(text("mixed"));
    }

    /** Milliseconds that the import took, the start of its command taken off. */
    long imported() {
        return Long.parseLong(text("imported"));
    }

    /** The file of measures on a smaller country, made just before; empty for none. */
    String smaller() {
        return text("smaller");
    }

    /** The link by which somebody comes in. */
    String link(String who) {
        return text("link." + who);
    }
}
