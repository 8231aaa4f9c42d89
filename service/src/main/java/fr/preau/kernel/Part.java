package fr.preau.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table that a page shows, and the ways to its other lines: hundreds of lines at once are slow to read for
 * people, and to make.
 *
 * @param from place of the first one in the whole table
 * @param spans the whole table cut into such parts; one when all of it is shown
 */
public record Part<T>(List<T> lines, int from, List<Span> spans) {
    public Part {
        lines = List.copyOf(lines);
        spans = List.copyOf(spans);
    }

    /** A part of the table: its place in addresses, which begin with 1, how many lines, and what two of them are called. */
    public record Span(int place, int size, Message first, Message last) {}

    /** Of a table without lines. */
    public static <T> Part<T> none() {
        return new Part<>(List.of(), 0, List.of());
    }

    /** The same lines, made more of. */
    public Part<T> with(List<T> others) {
        return new Part<>(others, from, spans);
    }

    /** Whether there is more than what is shown. */
    public boolean cut() {
        return spans.size() > 1;
    }

    /** Lines of the whole table. */
    public int total() {
        return spans.stream().mapToInt(Span::size).sum();
    }

    /** Whether the span is the one that is shown. */
    public boolean shows(Span span) {
        return span.place() == from + 1;
    }

    /** What comes after the one that is shown, null at the end. */
    public @Nullable Span next() {
        return spans.stream()
                .filter(span -> span.place() == from + 1 + lines.size())
                .findFirst()
                .orElse(null);
    }
}
