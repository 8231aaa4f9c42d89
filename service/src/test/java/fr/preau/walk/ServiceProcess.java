package fr.preau.walk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demonstration as a process of its own, with its embedded PostgreSQL and its data in one directory. */
final class ServiceProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    private final Process process;
    private final String url;

    private ServiceProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it and waits until it says where it is. */
    static ServiceProcess start(Path directory) throws IOException {
        Path configuration = Path.of("..", "config.yml").toAbsolutePath().normalize();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fr.preau.PreauApplication",
                        "demo",
                        configuration.toString()))
                .directory(directory.toFile())
                .redirectError(directory.resolve("service.log").toFile());
        builder.environment().put("PREAU_PORT", "0");
        builder.environment().put("PREAU_ADMIN_PORT", "0");
        // A stopwatch asks faster than people do.
        builder.environment().put("PREAU_REQUESTS_PER_MINUTE", "1000000");
        Process process = builder.start();
        // Left open: who it is read by next is nobody, and it says no more than this.
        BufferedReader said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new ServiceProcess(process, address.group());
            }
        }
        throw new IOException("the service did not start; see " + directory.resolve("service.log"));
    }

    String url() {
        return url;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Asks it to end, and waits for its PostgreSQL too. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
