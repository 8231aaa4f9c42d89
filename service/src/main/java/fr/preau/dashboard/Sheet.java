package fr.preau.dashboard;

import fr.preau.audit.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a view as one table: what its files hold. A cell is a text, a message, a whole number, a share from 0 to
 * 1, or null where there is no figure or it is hidden; nothing is rounded.
 */
public record Sheet(List<Column> columns, List<List<@Nullable Object>> rows) {
    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param key its name in JSON
     * @param title what people read when no message says it: a theme's own title
     */
    public record Column(String key, @Nullable String title) {}

    /** A view that goes out as files too. */
    public interface Filed {
        Vantage vantage();

        Narrowing narrowing();

        Sheet sheet();
    }

    static List<Column> columns(String... keys) {
        return Arrays.stream(keys).map(key -> new Column(key, null)).toList();
    }

    /** Columns, then those of the answers: each count, coverage and conformity. */
    static List<Column> withAnswers(String... keys) {
        List<Column> columns = new ArrayList<>(columns(keys));
        columns.addAll(columns(
                "conforming", "partial", "failing", "unknown", "inapplicable", "unanswered", "coverage", "conformity"));
        return columns;
    }

    /** A row of these columns. */
    static List<@Nullable Object> withAnswers(Figures sums, @Nullable Object... cells) {
        List<@Nullable Object> row = row(cells);
        row.addAll(row(
                sums.conforming(),
                sums.partial(),
                sums.failing(),
                sums.unknown(),
                sums.inapplicable(),
                sums.unanswered(),
                sums.coverage(),
                sums.conformity()));
        return row;
    }

    /** A row; a cell may be null. */
    static List<@Nullable Object> row(@Nullable Object... cells) {
        List<@Nullable Object> row = new ArrayList<>(cells.length);
        Collections.addAll(row, cells);
        return row;
    }
}
