package fr.preau.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many of each mark, as one bar: its parts in the fixed order, with a gap between, over a thousand units.
 *
 * <p>A part that holds nothing is not drawn; one that holds something is seen, however small.
 *
 * @param counts how many of each; a mark left out counts 0
 */
public record StackedBar(Map<Mark, Long> counts) {
    private static final double WIDTH = 1000;
    private static final double GAP = 3;
    private static final double LEAST = 4;

    public StackedBar {
        Map<Mark, Long> some = new EnumMap<>(Mark.class);
        some.putAll(counts);
        some.values().removeIf(count -> count <= 0);
        counts = Collections.unmodifiableMap(some);
    }

    /** From the codes of answers ({@code SANS_REPONSE} for those not given) or of states. */
    public static StackedBar of(Map<String, ? extends Number> counts) {
        Map<Mark, Long> marks = new EnumMap<>(Mark.class);
        counts.forEach((code, count) -> marks.put(Mark.of(code), count.longValue()));
        return new StackedBar(marks);
    }

    /** One drawn part. */
    public record Part(Mark mark, long count, double x, double width) {
        public String left() {
            return String.format(Locale.ROOT, "%.1f", x);
        }

        public String across() {
            return String.format(Locale.ROOT, "%.1f", width);
        }
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The marks that count for something, from left to right. */
    public List<Mark> marks() {
        return List.copyOf(counts.keySet());
    }

    public long count(Mark mark) {
        return counts.getOrDefault(mark, 0L);
    }

    /** The parts from left to right. */
    public List<Part> parts() {
        double free = WIDTH - GAP * (counts.size() - 1) - LEAST * counts.size();
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (Map.Entry<Mark, Long> entry : counts.entrySet()) {
            double width = LEAST + free * entry.getValue() / total();
            parts.add(new Part(entry.getKey(), entry.getValue(), x, width));
            x += width + GAP;
        }
        return parts;
    }
}
