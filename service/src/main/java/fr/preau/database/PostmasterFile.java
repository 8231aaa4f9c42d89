package fr.preau.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes about itself in its cluster ({@code postmaster.pid}): its process, port and state.
 *
 * <p>The file outlives a server that was killed, and its number may by then be somebody else's process.
 */
record PostmasterFile(Path cluster, long pid, int port, boolean ready) {
    private static final String NAME = "postmaster.pid";

    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve(NAME), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
        return Optional.of(new PostmasterFile(cluster, number(lines, 0), (int) number(lines, 3), ready));
    }

    boolean isAlive() {
        return pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Whether the living process is a PostgreSQL on this very cluster, and not another program with its number. */
    boolean isOurs() throws IOException {
        if (!isAlive()) {
            return false;
        }
        String command;
        try {
            command = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return false;
        }
        List<String> words = List.of(command.split("\0", -1));
        String place = new String(cluster.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return words.get(0).endsWith("/postgres") && words.contains(place);
    }

    void delete() throws IOException {
        Files.deleteIfExists(cluster.resolve(NAME));
    }

    private static long number(List<String> lines, int index) {
        try {
            return index < lines.size() ? Long.parseLong(lines.get(index).strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
