package fr.preau.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Drives the service on an invented country: saves of one and of many clients, pages of every level after a save that
 * they must show, lists. Each figure stands beside its reference of the same run. Loopback only; every measure is bounded
 * in count and in time.
 */
public final class Bench {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int SAVES = 600;
    private static final int PAGES = 40;

    private final Plan plan;
    private final Http http;
    private final Sql sql;
    private final Cpu cpu;
    private final Queue<Target> targets;
    private final Report report;

    private Bench(Plan plan) throws IOException, SQLException {
        this.plan = plan;
        http = new Http(plan.service());
        sql = new Sql(plan.database());
        report = new Report(plan.smaller());
        cpu = new Cpu(plan.process(), plan.postmaster());
        targets = new ConcurrentLinkedQueue<>(sql.targets(plan.campaign(), plan.academy(), 20_000));
    }

    /** @param arguments a file of {@code key=value} lines, as {@link Plan} reads it, and the two files to write */
    public static void main(String[] arguments) throws Exception {
        Plan plan = Plan.read(Path.of(arguments[0]));
        Bench bench = new Bench(plan);
        bench.run();
        Files.writeString(Path.of(arguments[1]), bench.report.markdown());
        Files.writeString(Path.of(arguments[2]), bench.report.json(plan));
    }

    /** Something that is done once for a measure. */
    private interface Work {
        /** Returns the size of what came back. */
        int run() throws Exception;
    }

    private void run() throws Exception {
        String reader = http.signIn(plan.link("reader"));
        String agent = http.signIn(plan.link("agent"));
        String owner = http.signIn(plan.link("owner"));
        Measure trip = repeat(
                "one round trip to the database (`/healthcheck`)",
                "roundTrip",
                300,
                () -> size(http.get(plan.admin() + "/healthcheck", "")));
        report.add(trip, trip, "");
        // What has an answer by now is pgbench's to give again, what has none the clients'.
        Optional<Pgbench> statements = pgbench();
        // First answers only: those of the saves below change what was answered, and not how far one is.
        mustShow();
        // Compiled by then, as in the second minute of every day.
        together("", "", 8, client -> save());
        together("", "", 8, client -> save());
        saves(trip, statements);
        Measure plain = repeat("plain GROUP BY over answers ⨝ audits, in SQL", "plainGroupBy", 3, () -> {
            sql.one(Sql.PLAIN, plan.campaign());
            return 0;
        });
        report.add(plain, plain, "");
        Measure nation = shown("national page, after a save", "nation", "/unites/nation", reader, plain, "≤ 0.0125");
        shown("page of the académie, after a save", "academy", "/unites/academie-" + plan.academy(), reader, plain, "");
        shown(
                "page of a department, after a save",
                "department",
                "/unites/departement-" + plan.department(),
                reader,
                plain,
                "");
        shown(
                "page of the largest collectivity, after a save",
                "collectivity",
                "/unites/collectivite-" + plan.owner(),
                owner,
                plain,
                "");
        shown(
                "page of a collectivity of some 40 schools, after a save",
                "collectivityAlike",
                "/unites/collectivite-" + plan.text("middling"),
                http.signIn(plan.link("middling")),
                plain,
                "");
        shown("reference figures, after a save", "reference", "/reference", reader, plain, "");
        views(reader, nation);
        lists(agent);
        queue();
        report.add(
                repeat("search by a word", "search", PAGES, () -> size(http.get("/recherche?q=tilleuls", agent))),
                trip,
                "");
        mixed(reader, agent);
        report.note("heap used in MB after all this, of at most 512", heap());
        new Wholes(plan, sql).addTo(report);
    }

    private void saves(Measure trip, Optional<Pgbench> statements) throws Exception {
        report.add(
                repeat("save of one answer, API, one client", "saveOne", SAVES, this::save),
                trip,
                "median ≤ 5 ms, < 1 kB");
        Measure before = statements.isEmpty() ? trip : reference(statements.get(), "before");
        Measure eight = together("save of one answer, API, 8 clients", "saveEight", 8, client -> save());
        if (statements.isPresent()) {
            Measure after = reference(statements.get(), "after");
            report.addRate(before, before, "");
            // The faster of the two, whatever slowed the other down.
            report.addRate(eight, before.rate() > after.rate() ? before : after, "rate ≥ 0.4, aim 0.6");
            report.addRate(after, before, "");
        } else {
            report.add(eight, eight, "");
            report.say("pgbench is not installed: the rate of saves has no reference.");
        }
        sql.dropTargets();
        Measure sixtyFour = together("save, 64 writers on one académie", "saveSixtyFour", 64, client -> save());
        report.addRate(sixtyFour, eight, "≥ 0.9 of 8 writers");
    }

    private Optional<Pgbench> pgbench() throws SQLException {
        if (!Pgbench.installed(plan)) {
            return Optional.empty();
        }
        String account =
                sql.one("SELECT account FROM api_token WHERE digest = decode(?, 'hex')", Pgbench.digest(plan.token()));
        return Optional.of(new Pgbench(plan, account, sql.makeTargets(plan.campaign(), plan.academy())));
    }

    private Measure reference(Pgbench pgbench, String when) throws Exception {
        return pgbench.run("pgbench, the statements of one save, 8 clients, " + when, "pgbench" + when, cpu);
    }

    /** Eight at once: six save, one reads pages of figures, one lists. */
    private void mixed(String reader, String agent) throws Exception {
        String[] figures = {"/unites/nation", "/unites/academie-" + plan.academy(), "/reference"};
        AtomicLong turn = new AtomicLong();
        Measure mixed = new Loads(cpu, plan.mixed())
                .together("mixed load: 6 clients save, one reads figures, one lists", "mixed", 8, client -> {
                    if (client > 1) {
                        return save();
                    }
                    String path =
                            client == 1 ? "/etablissements" : figures[(int) (turn.incrementAndGet() % figures.length)];
                    return size(http.get(path, client == 1 ? agent : reader));
                });
        report.add(mixed, mixed, "");
    }

    private int save() throws Exception {
        Target target = targets.poll();
        if (target == null) {
            throw new IOException("no control is left to answer in the académie " + plan.academy());
        }
        int size = http.save(target, plan.token());
        // Small countries have fewer blanks than the run has saves: an answer is then given again, at its next version.
        targets.add(target.saved());
        return size;
    }

    /** A page, each time after a save that is committed. */
    private Measure shown(String what, String key, String path, String session, Measure plain, String reach)
            throws Exception {
        long[] times = new long[PAGES];
        int bytes = 0;
        for (int i = 0; i < PAGES; i++) {
            http.get(path, session);
        }
        Cpu.Used before = cpu.used();
        double seconds = 0;
        for (int i = 0; i < PAGES; i++) {
            save();
            long start = System.nanoTime();
            bytes = size(http.get(path, session));
            times[i] = System.nanoTime() - start;
            seconds += times[i] / 1e9;
        }
        Measure measured = Measure.of(what, key, times, seconds, cpu.used().since(before), bytes);
        report.add(measured, plain, reach);
        return measured;
    }

    /** The other views, beside the nation's own page. */
    private void views(String reader, Measure nation) throws Exception {
        for (Map.Entry<String, String> view : Views.of(plan).entrySet()) {
            String key = "view" + view.getValue().replaceAll("[^A-Za-z]+", "-");
            Work work = () -> size(http.get(view.getValue(), reader));
            report.add(repeat("view: " + view.getKey(), key, PAGES, work), nation, "≤ 3");
        }
    }

    /** Every save counts in the nation's figures at the next request. */
    private void mustShow() throws Exception {
        String path = "/api/v1/units/academie-" + plan.academy() + "/figures";
        for (int i = 0; i < 20; i++) {
            String before = progress(path);
            save();
            if (progress(path).equals(before)) {
                throw new IllegalStateException("a save is not in the next figures: " + before);
            }
        }
    }

    private String progress(String path) throws Exception {
        return Http.find(http.json(path, plan.token()), "\"progress\" ?: ?([0-9.E-]+)")
                .orElseThrow();
    }

    private void lists(String session) throws Exception {
        Measure first = repeat(
                "first page of the list of audits",
                "listFirst",
                PAGES,
                () -> size(http.get("/etablissements", session)));
        report.add(first, first, "p95 ≤ 20 ms");
        String path = "/etablissements";
        int pages = 0;
        for (; pages < 30; pages++) {
            var next = Http.find(http.get(path, session).body(), "href=\"(/etablissements\\?[^\"]*apres=[^\"]*)\"");
            if (next.isEmpty()) {
                break;
            }
            path = next.get().replace("&amp;", "&");
        }
        String far = path;
        report.add(
                repeat("page " + (pages + 1) + " of the list", "listFar", PAGES, () -> size(http.get(far, session))),
                first,
                "≤ 1.3 of the first");
    }

    /** By the API, whose token stands for the second factor that a reviewer's pages ask for. */
    private void queue() throws Exception {
        String token = plan.text("token.reviewer");
        for (String order : List.of("OLDEST", "WEAK")) {
            Measure queue = repeat(
                    "queue of an académie’s reviewer, " + order.toLowerCase(Locale.ROOT) + ", API",
                    "queue" + order,
                    PAGES,
                    () -> http.json("/api/v1/reviews?order=" + order, token).length());
            report.add(queue, queue, "");
        }
    }

    private Measure repeat(String what, String key, int most, Work work) throws Exception {
        for (int i = 0; i < Math.min(most, 40); i++) {
            if (most > 5) {
                work.run();
            }
        }
        long[] times = new long[most];
        int count = 0;
        int bytes = 0;
        Cpu.Used before = cpu.used();
        long start = System.nanoTime();
        while (count < most && System.nanoTime() - start < LONGEST.toNanos()) {
            long from = System.nanoTime();
            bytes = work.run();
            times[count++] = System.nanoTime() - from;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return Measure.of(
                what, key, Arrays.copyOf(times, count), seconds, cpu.used().since(before), bytes);
    }

    private Measure together(String what, String key, int clients, Loads.Client work) throws Exception {
        return new Loads(cpu, plan.seconds()).together(what, key, clients, work);
    }

    private double heap() throws Exception {
        String metrics = http.get(plan.admin() + "/metrics", "").body();
        String used = Http.find(metrics.replaceAll("\\s", ""), "\"jvm.memory.heap.used\":\\{\"value\":(\\d+)")
                .orElse("0");
        return Long.parseLong(used) / 1048576.0;
    }

    private static int size(HttpResponse<String> reply) {
        return reply.body().length();
    }
}
