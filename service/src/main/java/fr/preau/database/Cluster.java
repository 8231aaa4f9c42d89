package fr.preau.database;

import com.sun.management.OperatingSystemMXBean;
import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one PostgreSQL server and the commands that make it, start it and stop it.
 *
 * <p>Everything here expects the directory's lock to be held: what still runs on these files is then nobody's.
 */
record Cluster(DataDirectory directory, Binaries binaries, Privileges privileges) {
    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** Said on the command line, which wins over any file: what is promised can't be edited away. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "password_encryption", "scram-sha-256",
            "max_connections", "64",
            "log_checkpoints", "off",
            "lc_messages", "C");

    /** What pages and saves read again and again, and what a whole campaign's opening writes at once, stays in memory. */
    private static final String BUFFERS = "shared_buffers=" + buffers(memory()) + "MB";

    /** Nobody without a password, nobody from elsewhere, no replication. */
    private static final String ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

    private Path path() {
        return directory.cluster();
    }

    /** Makes the cluster at first use; later refuses one that these programs can't read. */
    void prepare() throws IOException {
        if (Files.notExists(path())) {
            create();
            return;
        }
        String major = Files.readString(path().resolve("PG_VERSION")).strip();
        if (!major.equals(Binaries.MAJOR)) {
            throw Refusal.conflict("database.version", directory.path().toString(), major, Binaries.MAJOR);
        }
        if (Files.notExists(directory.passwordFile(SUPERUSER))) {
            throw Refusal.conflict(
                    "database.passwords", directory.passwordFile(SUPERUSER).toString());
        }
        privileges.give(directory.path());
    }

    /** Under another name first: a cluster with its own name is whole. */
    private void create() throws IOException {
        Path unfinished = directory.unfinishedCluster();
        Binaries.remove(unfinished);
        directory.login(SUPERUSER);
        privileges.give(directory.path());
        run(
                "initdb",
                List.of(
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + directory.passwordFile(SUPERUSER),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=icu",
                        "--icu-locale=fr-FR",
                        "--data-checksums"));
        Files.writeString(unfinished.resolve("pg_hba.conf"), ACCESS);
        Files.move(unfinished, path());
    }

    /** The command of the server itself, ready to start; its words go to the log. */
    ProcessBuilder server(int port) {
        List<String> words = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", path().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        words.addAll(List.of("-c", BUFFERS));
        return Command.prepare(directory.path(), privileges.wrapServer(words))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()));
    }

    /** An eighth of the machine's memory, so that the service and the files' own cache keep their part. */
    static long buffers(long megabytes) {
        return Math.min(Math.max(megabytes / 8, 128), 1_024);
    }

    /** In MB, of the machine or of the container that we are in. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }

    /** Stops the server, cutting its connections: what was committed stays, what was not never was. */
    void stop() throws IOException {
        run("pg_ctl", List.of("stop", "--pgdata=" + path(), "--mode=fast", "--wait", "--timeout=60"));
    }

    /** Stops a server that outlived its service; forgets a process number that is now somebody else's. */
    void endLeftover() throws IOException {
        Optional<PostmasterFile> found = PostmasterFile.read(path());
        if (found.isEmpty() || !found.get().isAlive()) {
            return;
        }
        PostmasterFile file = found.get();
        if (!file.isOurs()) {
            LOG.warn("process {} is not the PostgreSQL that left its number here: forgetting it", file.pid());
            file.delete();
            return;
        }
        LOG.warn("a PostgreSQL outlived its service: stopping process {}", file.pid());
        try {
            stop();
        } catch (IOException e) {
            if (file.isOurs()) {
                LOG.warn("it does not stop ({}): killing it", e.getMessage());
                kill(file.pid());
            }
        }
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        });
    }

    private void run(String program, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(binaries.program(program)));
        command.addAll(words);
        Command.run(directory.path(), privileges.wrap(command));
    }
}
