package fr.preau.database;

import java.util.List;

/**
 * What a backup holds, written beside the data: {@code manifest.json}. It says nothing of when or where it was made, so
 * that the backup of a restored database is the same, byte for byte.
 *
 * @param format 1; another one is a newer version's
 * @param schema the migrations that had been applied: it is restored by the version that knows the same ones
 * @param tables in the order in which they are restored, those first to which others refer
 */
public record Manifest(int format, List<String> schema, List<Copied> tables, List<Sequence> sequences) {
    static final int FORMAT = 1;

    public Manifest {
        schema = List.copyOf(schema);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /**
     * A table's rows, as PostgreSQL's COPY writes them in text.
     *
     * @param bytes size of that text
     * @param sha256 its digest, in hexadecimal
     */
    public record Copied(String table, List<String> columns, long rows, long bytes, String sha256) {
        public Copied {
            columns = List.copyOf(columns);
        }
    }

    /** A sequence: the last number given, or the first to be given as long as none was. */
    public record Sequence(String name, long value, boolean given) {}

    /** The name of a table's rows within the file. */
    static String entry(String table) {
        return "tables/" + table + ".copy";
    }

    /** Rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Copied::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(Copied::bytes).sum();
    }
}
