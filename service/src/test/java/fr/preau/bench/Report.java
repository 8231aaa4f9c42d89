package fr.preau.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of one run: Markdown for people, JSON for programs. */
final class Report {
    private static final String HEADER = """
            | operation | count | median ms | p95 ms | per second | ratio | reach | ÷ smaller country | cores busy: service / PostgreSQL |
            |---|---:|---:|---:|---:|---:|---|---:|---:|
            """;

    private final Map<String, Double> smaller = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private final Map<String, Double> notes = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param smaller the JSON file of a run on a smaller country, whose medians these are compared with; empty for none */
    Report(String smaller) throws IOException {
        if (smaller.isEmpty()) {
            return;
        }
        for (JsonNode measure :
                new ObjectMapper().readTree(Files.readString(Path.of(smaller))).get("measures")) {
            this.smaller.put(
                    measure.get("key").asText(), measure.get("medianMs").asDouble());
        }
    }

    /** Compared by its median with the reference's. */
    void add(Measure measure, Measure reference, String reach) {
        add(measure, measure == reference ? "" : reference.key(), measure.median() / reference.median(), reach);
    }

    /** Compared by its rate with the reference's. */
    void addRate(Measure measure, Measure reference, String reach) {
        add(measure, measure == reference ? "" : reference.key(), measure.rate() / reference.rate(), reach);
    }

    /** Compared with something else that took so many milliseconds. */
    void addTo(Measure measure, String reference, double milliseconds, String reach) {
        add(measure, "%s (%.0f ms)".formatted(reference, milliseconds), measure.median() / milliseconds, reach);
    }

    void note(String key, double value) {
        notes.put(key, value);
    }

    void say(String remark) {
        remarks.add(remark);
    }

    private void add(Measure measure, String reference, double ratio, String reach) {
        String told = reference.isEmpty() ? "–" : String.format(Locale.ROOT, "%.4f of %s", ratio, reference);
        Double before = smaller.get(measure.key());
        String grown = before == null ? "" : String.format(Locale.ROOT, "%.2f", measure.median() / before);
        rows.add(measure.row(told, reach, grown));
        objects.add(measure.json(reference, ratio));
    }

    String markdown() {
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(row -> text.append(row).append('\n'));
        notes.forEach((key, value) -> text.append(String.format(Locale.ROOT, "%n- %s: %.1f", key, value)));
        remarks.forEach(remark -> text.append(String.format("%n- %s", remark)));
        return text.append('\n').toString();
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
