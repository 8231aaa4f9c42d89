package fr.preau.database;

import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.core.Utils;

/**
 * A table as a backup copies it.
 *
 * @param columns those that hold something of their own, in their order; what the server computes is left out
 * @param sorting the primary key as SQL, else all columns: rows are copied in this order, so that the same data give the
 *     same bytes on every server
 */
record Table(String name, List<String> columns, List<String> sorting) {
    Table {
        columns = List.copyOf(columns);
        sorting = List.copyOf(sorting);
    }

    String copyOut() {
        return "COPY (SELECT %s FROM %s ORDER BY %s) TO STDOUT"
                .formatted(list(columns), quoted(name), String.join(", ", sorting));
    }

    static String copyIn(String name, List<String> columns) {
        return "COPY %s (%s) FROM STDIN".formatted(quoted(name), list(columns));
    }

    static String quoted(String name) {
        try {
            return Utils.escapeIdentifier(null, name).toString();
        } catch (java.sql.SQLException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    private static String list(List<String> names) {
        return names.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }
}
