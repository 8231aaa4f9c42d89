package fr.preau.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that opens a data directory and writes, telling each number once it is committed. */
final class WritingService implements AutoCloseable {
    private final Process process;
    private final BufferedReader told;

    private WritingService(Process process) {
        this.process = process;
        this.told = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    }

    static WritingService on(Path directory) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WritingService(new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingService.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /** Waits until this number is told. */
    void await(long number) throws IOException {
        while (next() < number) {
            // not yet
        }
    }

    /** Ends it as {@code kill -9} does and returns the last number that it told. */
    long kill() throws IOException, InterruptedException {
        // By its handle: the process's own method would also close what is left to read.
        process.toHandle().destroyForcibly();
        process.waitFor();
        long last = 0;
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            last = line.startsWith("written ") ? Long.parseLong(line.substring(8)) : last;
        }
        return last;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private long next() throws IOException {
        String line = told.readLine();
        if (line == null) {
            throw new IOException("the process has ended");
        }
        return line.startsWith("written ") ? Long.parseLong(line.substring(8)) : 0;
    }

    public static void main(String[] arguments) throws Exception {
        PostgresServer server = DataCopies.open(Path.of(arguments[0]));
        Notes.create(server);
        for (long number = 1; ; number++) {
            Notes.write(server, number);
            System.out.println("written " + number);
        }
    }
}
