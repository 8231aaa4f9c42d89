package fr.preau.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of one run: Markdown for people, JSON for programs. */
final class Report {
    private static final String HEADER = """
            | operation | count | median ms | p95 ms | per second | ratio | reach | cores busy: service / PostgreSQL |
            |---|---:|---:|---:|---:|---:|---|---:|
            """;

    private final List<String> rows = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private final Map<String, Double> notes = new LinkedHashMap<>();

    /** Compared by its median with the reference's. */
    void add(Measure measure, Measure reference, String reach) {
        add(measure, reference, measure.median() / reference.median(), reach);
    }

    /** Compared by its rate with the reference's. */
    void addRate(Measure measure, Measure reference, String reach) {
        add(measure, reference, measure.rate() / reference.rate(), reach);
    }

    void note(String key, double value) {
        notes.put(key, value);
    }

    private void add(Measure measure, Measure reference, double ratio, String reach) {
        String told = measure == reference ? "–" : String.format(Locale.ROOT, "%.4f of %s", ratio, reference.key());
        rows.add(measure.row(told, reach));
        objects.add(measure.json(reference.key(), ratio));
    }

    String markdown() {
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(row).append('\n'));
        notes.forEach((key, value) -> text.append(String.format(Locale.ROOT, "%n%s: %.1f%n", key, value)));
        return text.toString();
    }

    String json(Plan plan) {
        StringBuilder text = new StringBuilder("{\n");
        for (String key : List.of("schools", "commit", "date", "machine", "load", "generated", "imported")) {
            text.append("  \"%s\": \"%s\",%n".formatted(key, plan.text(key).replace("\"", "'")));
        }
        notes.forEach((key, value) -> text.append(String.format(Locale.ROOT, "  \"%s\": %.1f,%n", key, value)));
        return text.append("  \"measures\": [\n    ")
                .append(String.join(",\n    ", objects))
                .append("\n  ]\n}\n")
                .toString();
    }
}
