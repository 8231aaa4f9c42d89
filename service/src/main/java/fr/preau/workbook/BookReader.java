package fr.preau.workbook;

import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.function.Predicate;

/** The rows of a workbook that somebody sent, whatever application has saved it; one row at a time. */
interface BookReader {
    /** Most columns that are looked at, and characters of a cell: more is nothing that we have made. */
    int MOST_COLUMNS = 600;

    int MOST_CHARACTERS = 40_000;

    /** Takes one row that has something in it; cells are texts, empty ones as empty text. */
    interface Rows {
        void row(String tab, List<String> cells);
    }

    /**
     * Reads the sheets that are wanted, in their order.
     *
     * @throws Refusal when the file is not what it should be
     */
    void read(Predicate<String> wanted, Rows rows);

    /**
     * The reader of a file, by what is in it.
     *
     * @throws Refusal when it is neither
     */
    static BookReader of(Parts parts) {
        if (parts.has("content.xml")) {
            return new OdsReader(parts);
        }
        if (parts.has("xl/workbook.xml")) {
            return new XlsxReader(parts);
        }
        throw Parts.unreadable();
    }
}
