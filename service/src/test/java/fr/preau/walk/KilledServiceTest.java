package fr.preau.walk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the service and of PostgreSQL, in turn, while several people save over HTTP: whatever was
 * acknowledged is there after the next start. Many more turns with {@code -Dpreau.long=true}.
 */
class KilledServiceTest {
    private static final int TURNS = Boolean.getBoolean("preau.long") ? 40 : 4;
    private static final int SAVERS = 4;
    private static final int BETWEEN = 40;
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
            List<Thread> threads = savers.stream().map(Thread::new).toList();
            threads.forEach(Thread::start);
            for (int turn = 0; turn < TURNS; turn++) {
                await(savers, BETWEEN);
                kill(turn);
            }
            await(savers, BETWEEN);
            savers.forEach(Saver::stop);
            for (Thread thread : threads) {
                thread.join();
            }
            restart();
            savers.forEach(KilledServiceTest::keptAll);
        } finally {
            service.close();
        }
    }

    private static void keptAll(Saver saver) {
        assertThat(saver.acknowledged()).isNotEmpty();
        saver.acknowledged().forEach((control, number) -> {
            Saver.Seen seen = saver.seen(control);
            assertThat(seen.number()).as(control).isGreaterThanOrEqualTo(number);
            assertThat(seen.version()).as(control).isPositive();
        });
    }

    private void kill(int turn) throws Exception {
        if (turn % 2 == 0) {
            restart();
            return;
        }
        Path pidFile = directory.resolve("data-demo").resolve("cluster").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void restart() throws IOException, InterruptedException {
        service.kill();
        service = ServiceProcess.start(directory);
        visitor = new Visitor(service.url(), visitor.cookie(), null, visitor.csrf());
    }

    /** Waits until that many more saves are acknowledged. */
    private static void await(List<Saver> savers, int more) throws InterruptedException {
        int goal = savers.stream().mapToInt(Saver::count).sum() + more;
        for (int i = 0; i < 600; i++) {
            if (savers.stream().mapToInt(Saver::count).sum() >= goal) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no save was acknowledged for a minute");
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
    private static Visitor signIn(String url) {
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
