package fr.preau.edition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table as every format shows it: text and figures that are final, in the order in which they stand.
 *
 * @param id name within the document, such as {@code academies}; also a file's name
 * @param rowHeads heads of the columns that say what a row is about, one at least
 * @param columns heads of the columns of values
 * @param notes sentences under the table: what the base is, why figures are hidden
 */
public record Table(
        String id,
        String caption,
        List<String> rowHeads,
        List<String> columns,
        List<Row> rows,
        Chart chart,
        List<String> notes) {

    /** Most rows that a document to be read holds; a longer table is in the files of tables alone. */
    static final int MOST_READ = 1000;

    public Table {
        rowHeads = List.copyOf(rowHeads);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("a table's id is a short word: " + id);
        }
        if (rowHeads.isEmpty() || columns.isEmpty()) {
            throw new IllegalArgumentException("table " + id + " has no head of rows, or no column");
        }
        Set<String> keys = new HashSet<>();
        for (Row row : rows) {
            if (row.heads().size() != rowHeads.size() || row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "table " + id + ", row " + row.key() + " is not as wide as its heads");
            }
            if (!keys.add(row.key())) {
                throw new IllegalArgumentException("table " + id + " has two rows " + row.key());
            }
        }
    }

    /** Whether its rows are schools by name. */
    public boolean named() {
        return id.equals(Exhibit.SCHOOLS.id());
    }

    /** Whether it stands in the document itself, on paper or on a screen. */
    public boolean read() {
        return rows.size() <= MOST_READ;
    }
}
