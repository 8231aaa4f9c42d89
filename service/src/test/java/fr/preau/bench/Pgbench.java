package fr.preau.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's own load generator, with the statements of one save: what the same database does for the same rows and
 * checks when nothing stands before it.
 *
 * @param account who answers, by their token
 * @param targets how many answers {@code bench_target} holds
 */
record Pgbench(Plan plan, String account, int targets) {
    static final int CLIENTS = 8;

    static boolean installed(Plan plan) {
        return !plan.text("pgbench").isEmpty();
    }

    Measure run(String what, String key, Cpu cpu) throws IOException, InterruptedException {
        Cpu.Used before = cpu.used();
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", plan.text("password"));
        builder.environment().put("PGOPTIONS", "-c search_path=preau,public");
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("pgbench: " + told);
        }
        double latency = number(told, "latency average = ([0-9.]+)");
        double rate = number(told, "tps = ([0-9.]+)");
        int count = (int) number(told, "actually processed: ([0-9]+)");
        // It tells the mean alone.
        return Measure.of(
                what,
                key,
                filled(count, (long) (latency * 1e6)),
                count / rate,
                cpu.used().since(before),
                0);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                plan.text("pgbench"),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=2",
                "--time=" + plan.seconds(),
                "--file=" + plan.text("statements")));
        values().forEach((name, value) -> command.add("--define=" + name + "=" + value));
        command.addAll(List.of("--username=preau_service", plan.text("library")));
        return command;
    }

    /** What the parameters of the statements are, as the service gives them. */
    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("targets", Integer.toString(targets));
        values.put("reach", "NAMED");
        List.of("at", "now").forEach(name -> values.put(name, "now"));
        values.put("today", "today");
        values.put("digest", "\\x" + digest(plan.token()));
        values.put("p_nation", "false");
        values.put("begun", "true");
        List.of("regions", "departments", "schools", "collectivities").forEach(name -> values.put("p_" + name, "{}"));
        values.put("p_academies", "{" + plan.academy() + "}");
        values.put("author", account);
        List.of("party", "fallsTo").forEach(name -> values.put(name, "ETAT"));
        values.put("action", "answer.saved");
        values.put("before", "{\"verdict\": \"PARTIEL\", \"version\": 18}");
        values.put("after", "{\"party\": \"ETAT\", \"verdict\": \"CONFORME\", \"version\": 19}");
        values.put("touched", "{}");
        values.put("salt", "\\x5385748221f98cc50e1499e5f6573cd9");
        values.put("body", "Essai 18");
        return values;
    }

    static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double number(String told, String pattern) throws IOException {
        return Double.parseDouble(Http.find(told, pattern).orElseThrow(() -> new IOException("pgbench: " + told)));
    }

    private static long[] filled(int count, long each) {
        long[] times = new long[count];
        java.util.Arrays.fill(times, each);
        return times;
    }
}
