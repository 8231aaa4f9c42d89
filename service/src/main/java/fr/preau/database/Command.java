package fr.preau.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Programs of the system and of PostgreSQL, run with an environment of ours.
 *
 * <p>They get neither the secrets of our environment nor variables that would change what PostgreSQL does.
 */
final class Command {
    private Command() {}

    /** Ready to start in the directory, output and errors together. */
    static ProcessBuilder prepare(Path directory, List<String> words) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        return builder;
    }

    /** Runs to the end and returns what was said; a status other than 0 is an exception that carries it. */
    static String run(Path directory, List<String> words) throws IOException {
        Process process = prepare(directory, words).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = waitFor(process);
        if (status != 0) {
            throw new IOException(said.strip().replace('\n', ' '));
        }
        return said;
    }

    /** Whether the system knows the program and lets us use it. */
    static boolean works(List<String> words) {
        try {
            run(Path.of("/"), words);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }
}
