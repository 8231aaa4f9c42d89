package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of PostgreSQL and of the service, in turn, while several people save over HTTP: whatever was
 * acknowledged is there once the service answers again, before anything else is saved. Many more turns with
 * {@code -Dpreau.long=true}.
 */
class KilledServiceTest {
    private static final int TURNS = Boolean.getBoolean("preau.long") ? 40 : 2;
    private static final int SAVERS = 4;
    private static final int BETWEEN = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\">(?:(?!</form>).)*value=\"dsi\"");

    @TempDir
    Path directory;

    private ServiceProcess service;
    private volatile Visitor visitor;

    @Test
    void every_acknowledged_answer_outlives_the_killing_of_the_service_and_of_postgresql() throws Exception {
        // The user that PostgreSQL runs as must get through.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        service = ServiceProcess.start(directory);
        try {
            visitor = signIn(service.url());
            List<Saver> savers = savers();
            for (int turn = 0; turn < TURNS; turn++) {
                List<Thread> threads = savers.stream().map(Saver::start).toList();
                await(savers, BETWEEN);
                kill(turn);
                savers.forEach(Saver::stop);
                for (Thread thread : threads) {
                    thread.join();
                }
                restart();
                savers.forEach(KilledServiceTest::keptAll);
            }
        } finally {
            service.close();
        }
    }

    private static void keptAll(Saver saver) {
        assertThat(saver.acknowledged()).isNotEmpty();
        saver.acknowledged().forEach((control, number) -> {
            Saver.Seen seen = seen(saver, control);
            assertThat(seen.number()).as(control).isGreaterThanOrEqualTo(number);
            assertThat(seen.version()).as(control).isPositive();
        });
    }

    /** What the page shows, once it is there again. */
    private static Saver.Seen seen(Saver saver, String control) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return saver.seen(control);
            } catch (UncheckedIOException | IllegalStateException unanswered) {
                if (System.nanoTime() > end) {
                    throw unanswered;
                }
                Saver.pause();
            }
        }
    }

    private void kill(int turn) throws Exception {
        if (turn % 2 == 1) {
            service.kill();
            return;
        }
        Path pidFile = directory.resolve("data-demo").resolve("cluster").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** Starts the service where it was killed; a killed PostgreSQL it starts by itself. */
    private void restart() throws IOException {
        if (service.isAlive()) {
            return;
        }
        service = ServiceProcess.start(directory);
        visitor = new Visitor(service.url(), visitor.cookie(), null, visitor.csrf());
    }

    /** Waits until that many more saves are acknowledged. */
    private static void await(List<Saver> savers, int more) throws InterruptedException {
        int goal = savers.stream().mapToInt(Saver::count).sum() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (savers.stream().mapToInt(Saver::count).sum() < goal) {
            assertThat(System.nanoTime())
                    .as("the end of our patience with %d saves", more)
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }

    private List<Saver> savers() {
        List<String> audits = found("/etablissements?etat=TO_DO", "href=\"/audits/(\\d+)\"");
        List<Saver> savers = new ArrayList<>();
        for (String audit : audits.subList(0, SAVERS)) {
            List<String> controls = found("/audits/" + audit + "/verifier", "/mesures/([A-Z]+-\\d+)\"");
            savers.add(new Saver(() -> visitor, audit, controls));
        }
        return savers;
    }

    private List<String> found(String path, String pattern) {
        return Pattern.compile(pattern)
                .matcher(visitor.get(path).body())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** By the button of the demonstration. */
    static Visitor signIn(String url) {
        Visitor anonymous = new Visitor(url, null, null, "");
        Matcher form = FORM.matcher(anonymous.get("/connexion").body().replace('\n', ' '));
        assertThat(form.find()).isTrue();
        HttpResponse<String> entered = anonymous.post(form.group(1), Map.of("personne", "dsi"));
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        Visitor known = new Visitor(url, cookie, null, "");
        String csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
                .matcher(known.get("/etablissements").body())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        return new Visitor(url, cookie, null, csrf.replaceFirst(".*value=\"([^\"]+)\"", "$1"));
    }
}
