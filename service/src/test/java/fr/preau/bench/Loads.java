package fr.preau.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many clients at once, for a time.
 *
 * @param seconds how long
 */
record Loads(Cpu cpu, int seconds) {
    /** What a client does again and again; returns the size of what came back. */
    interface Client {
        int run(int client) throws Exception;
    }

    Measure together(String what, String key, int clients, Client work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            Cpu.Used before = cpu.used();
            long start = System.nanoTime();
            long end = start + Duration.ofSeconds(seconds).toNanos();
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                all.add(threads.submit(() -> timesOf(client, work, end)));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> one : all) {
                times.addAll(one.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            long[] found = times.stream().mapToLong(Long::longValue).toArray();
            return Measure.of(what, key, found, took, cpu.used().since(before), 0);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> timesOf(int client, Client work, long end) throws Exception {
        List<Long> times = new ArrayList<>();
        while (System.nanoTime() < end) {
            long from = System.nanoTime();
            work.run(client);
            times.add(System.nanoTime() - from);
        }
        return times;
    }
}
