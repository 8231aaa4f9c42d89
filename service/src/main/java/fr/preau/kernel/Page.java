package fr.preau.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is read by key, so that the thousandth page costs what the first costs.
 *
 * @param items at most the asked size, in order
 * @param next what to send as {@code after} for the following part, null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of rows read with {@code LIMIT size + 1}: the one too many tells that more follows.
     *
     * @param key the sort key of a row, as {@code after} takes it
     */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> key) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        return new Page<>(rows.subList(0, size), key.apply(rows.get(size - 1)));
    }
}
