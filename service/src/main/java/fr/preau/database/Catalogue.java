package fr.preau.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a database of ours is made of, read from the server's own catalogue: a new table needs no line anywhere. */
record Catalogue(Connection connection) {
    /** Of a partitioned table the whole, never its parts; Flyway's own table says the version, and is made anew. */
    private static final String TABLES = """
            SELECT c.relname,
                   ARRAY(SELECT a.attname::text FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                         ORDER BY a.attnum) AS columns,
                   ARRAY(SELECT quote_ident(a.attname) || CASE
                                WHEN a.atttypid IN ('json'::regtype, 'jsonb'::regtype) THEN '::text COLLATE "C"'
                                WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
                         FROM pg_attribute a
                         LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                           AND (k.oid IS NULL OR a.attnum = ANY (k.conkey))
                         ORDER BY array_position(k.conkey, a.attnum), a.attnum) AS sorting
            FROM pg_class c
            WHERE c.relnamespace = 'preau'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relname <> 'flyway_schema_history'
            ORDER BY c.relname COLLATE "C"
            """;

    private static final String KEYS = """
            SELECT DISTINCT c.relname, f.relname
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
            WHERE k.contype = 'f' AND k.connamespace = 'preau'::regnamespace AND k.conrelid <> k.confrelid
            """;

    private static final String SEQUENCES = """
            SELECT sequencename, COALESCE(last_value, start_value), last_value IS NOT NULL
            FROM pg_sequences WHERE schemaname = 'preau' ORDER BY sequencename COLLATE "C"
            """;

    /** The versions of the schema that were applied, in their order. */
    private static final String VERSIONS = """
            SELECT version FROM flyway_schema_history WHERE version IS NOT NULL AND success
            ORDER BY string_to_array(version, '.')::int[]
            """;

    /** Every table, those first to which others refer. */
    List<Table> tables() throws SQLException {
        Map<String, Table> waiting = new LinkedHashMap<>();
        read(TABLES, row -> waiting.put(row.getString(1), new Table(row.getString(1), texts(row, 2), texts(row, 3))));
        Map<String, Set<String>> needs = new TreeMap<>();
        read(
                KEYS,
                row -> needs.computeIfAbsent(row.getString(1), name -> new TreeSet<>())
                        .add(row.getString(2)));
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Table next = waiting.values().stream()
                    .filter(table ->
                            needs.getOrDefault(table.name(), Set.of()).stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + waiting.keySet()));
            ordered.add(waiting.remove(next.name()));
        }
        return ordered;
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> found = new ArrayList<>();
        read(SEQUENCES, row -> found.add(new Manifest.Sequence(row.getString(1), row.getLong(2), row.getBoolean(3))));
        return found;
    }

    List<String> versions() throws SQLException {
        List<String> found = new ArrayList<>();
        read(VERSIONS, row -> found.add(row.getString(1)));
        return found;
    }

    boolean isEmpty(Table table) throws SQLException {
        boolean[] any = {false};
        read("SELECT EXISTS (SELECT FROM " + Table.quoted(table.name()) + ")", row -> any[0] = row.getBoolean(1));
        return !any[0];
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void read(String sql, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
