package fr.preau.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How much of a long table is shown: a department has hundreds of collectivities. A page shows {@value #PAGE} lines, a
 * file all.
 *
 * @param from place of the first line, 0 for the table's own first
 * @param most lines at most
 */
public record Stretch(int from, int most) {
    public static final int PAGE = 50;
    /** The whole table. */
    public static final Stretch ALL = new Stretch(0, Integer.MAX_VALUE);

    /** From an address, where the first line is 1; what is no place is the beginning, so that an old link still opens. */
    public static Stretch of(String first) {
        return new Stretch(first.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(first) - 1 : 0, PAGE);
    }

    /**
     * Its part of a table; the table's beginning when it lies beyond the end.
     *
     * @param name what pages call a line
     */
    public <T> Part<T> of(List<T> table, Function<T, Message> name) {
        List<Part.Span> spans = new ArrayList<>();
        for (int start = 0; start < table.size(); start = end(start, table)) {
            int end = end(start, table);
            spans.add(new Part.Span(
                    start + 1, end - start, name.apply(table.get(start)), name.apply(table.get(end - 1))));
        }
        int start = from < table.size() ? from : 0;
        return new Part<>(table.subList(start, end(start, table)), start, spans);
    }

    private int end(int start, List<?> table) {
        return most < table.size() - start ? start + most : table.size();
    }
}
