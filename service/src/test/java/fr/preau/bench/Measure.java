package fr.preau.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One operation, measured many times.
 *
 * @param what in words, for the table
 * @param key for the JSON file
 * @param times sorted, in nanoseconds
 * @param seconds that all of them took together: with several clients less than their sum
 * @param cpu how busy service and PostgreSQL kept the machine meanwhile
 * @param bytes of the last reply, 0 for SQL
 */
record Measure(String what, String key, long[] times, double seconds, Cpu.Share cpu, int bytes) {

    static Measure of(String what, String key, long[] times, double seconds, Cpu.Share cpu, int bytes) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Measure(what, key, sorted, seconds, cpu, bytes);
    }

    /** Something that was done once, in so many nanoseconds. */
    static Measure once(String what, String key, long time) {
        return of(what, key, new long[] {time}, time / 1e9, new Cpu.Share(0, 0), 0);
    }

    double at(double part) {
        return times[(int) Math.min(times.length - 1L, (long) (part * times.length))] / 1e6;
    }

    double median() {
        return at(0.5);
    }

    double rate() {
        return times.length / seconds;
    }

    /** A line of the Markdown table. */
    String row(String ratio, String reach, String grown) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.0f | %s | %s | %s | %.2f / %.2f |",
                what,
                times.length,
                median(),
                at(0.95),
                rate(),
                ratio,
                reach,
                grown,
                cpu.service(),
                cpu.postgres());
    }

    /** An object of the JSON file. */
    String json(String reference, double ratio) {
        return String.format(
                Locale.ROOT,
                "{\"key\": \"%s\", \"count\": %d, \"medianMs\": %.3f, \"p95Ms\": %.3f, \"perSecond\": %.1f, \"bytes\": %d,"
                        + " \"reference\": \"%s\", \"ratio\": %.4f, \"cpuService\": %.3f, \"cpuPostgres\": %.3f}",
                key,
                times.length,
                median(),
                at(0.95),
                rate(),
                bytes,
                reference,
                ratio,
                cpu.service(),
                cpu.postgres());
    }
}
