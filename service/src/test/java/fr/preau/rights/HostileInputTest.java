package fr.preau.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.kernel.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every route under generated malformed input, the same from the same seed: no fault of ours, no word of the program, no
 * markup given back, no header made up, no memory kept.
 */
class HostileInputTest {
    @RegisterExtension
    static final App APP = new App().withAllDoors();

    private static final int REQUESTS = Boolean.getBoolean("preau.long") ? 10_000 : 1_000;
    private static final long SEED = Long.getLong("preau.seed", 20_261_123L);
    private static final int PER_SESSION = 20;
    /** What the heap may hold more after the run than after its first fifth, in bytes. */
    private static final long GROWTH = 48L << 20;

    private static final List<String> INSIDES = List.of(
            "Exception",
            "\tat ",
            "java.lang",
            "org.jdbi",
            "org.glassfish",
            "org.eclipse",
            "PSQL",
            "fr.preau.",
            "SELECT ");

    /** Closed without a word, malformed, method out of the question, address or headers too long, expectation. */
    private static final Set<Integer> BY_JETTY = Set.of(0, 400, 405, 414, 417, 431);

    private static List<Route> routes;
    private static Stage stage;
    private static Principal person;

    @BeforeAll
    static void stage() {
        routes = Route.of(APP.model());
        stage = new Stage(APP);
        person = APP.scene()
                .person(
                        "Personne de tous les droits",
                        UnitId.NATION,
                        Scene.everything().toArray(Grant[]::new));
    }

    @Test
    void finds_no_fault_in_any_route() {
        Hostile hostile = new Hostile(SEED);
        HostileRequest request = new HostileRequest(hostile, stage);
        List<String> told = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        Visitor page = APP.anonymous();
        long before = 0;
        long start = System.nanoTime();
        for (int i = 0; i < REQUESTS; i++) {
            if (i == REQUESTS / 5) {
                before = used();
            }
            if (i % PER_SESSION == 0) {
                page = i % 100 == 0 ? APP.anonymous() : APP.signIn(person.account());
            }
            // Each route has its turn.
            Route route = routes.get(i % routes.size());
            Visitor visitor = route.api() ? APP.bearer(person.account(), Scope.REVIEW) : page;
            byte[] sent = request.on(route, visitor);
            RawReply reply = RawReply.to(APP.url(), sent);
            statuses.merge(reply.status(), 1, Integer::sum);
            faults(reply)
                    .forEach(fault -> told.add(fault + " on\n" + new String(sent, StandardCharsets.UTF_8) + "\n"
                            + reply.body().lines().limit(5).toList()));
        }
        long kept = used() - before;
        System.out.printf(
                "hostile input: %d requests on %d routes in %d s, seed %d, statuses %s, heap %+d kB%n",
                REQUESTS, routes.size(), seconds(start), SEED, statuses, kept / 1024);
        assertThat(told).as("seed %d, %s", SEED, statuses).isEmpty();
        assertThat(kept).as("bytes kept").isLessThan(GROWTH);
        assertThat(statuses.getOrDefault(0, 0)).as("closed without a word").isLessThan(REQUESTS / 50);
    }

    private static List<String> faults(RawReply reply) {
        List<String> faults = new ArrayList<>();
        if (reply.status() >= 500) {
            faults.add("status " + reply.status());
        }
        INSIDES.stream().filter(reply.body()::contains).forEach(word -> faults.add("says " + word));
        boolean html = !reply.header("content-type").contains("json");
        if (html && reply.body().contains(Hostile.MARK)) {
            faults.add("gives markup back");
        }
        if (reply.has("x-injected")) {
            faults.add("splits its headers");
        }
        String location = reply.header("location");
        boolean local =
                location.isEmpty() || location.matches("/(?![/\\\\]).*") || location.startsWith(APP.url() + "/");
        if (!local) {
            faults.add("leads to " + location);
        }
        // Jetty refuses some by itself, before any of our code: its own short page, with the address escaped.
        boolean ours = reply.has("x-request-id");
        if (ours
                ? !reply.has("content-security-policy")
                : !BY_JETTY.contains(reply.status()) || reply.body().length() > 20_000) {
            faults.add("is neither ours nor Jetty's, status " + reply.status());
        }
        return faults;
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
