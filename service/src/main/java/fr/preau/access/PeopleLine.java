package fr.preau.access;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Map;

/**
 * A line of the file of people, as it was written: one right of one person.
 *
 * @param line number in the file, the header being 1
 * @param fin last day, empty for none
 */
record PeopleLine(int line, String email, String name, String employer, String role, String unit, String fin) {
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /** @param columns place of each column by its name */
    static PeopleLine of(CsvRecord row, Map<String, Integer> columns) {
        return new PeopleLine(
                Math.toIntExact(row.getStartingLineNumber()),
                NewPerson.fold(cell(row, columns, "email")),
                cell(row, columns, "nom"),
                cell(row, columns, "employeur"),
                cell(row, columns, "role"),
                cell(row, columns, "unite"),
                cell(row, columns, "fin"));
    }

    private static String cell(CsvRecord row, Map<String, Integer> columns, String name) {
        Integer place = columns.get(name);
        String cell = place == null || place >= row.getFieldCount()
                ? ""
                : row.getField(place).strip();
        // Our own files put an apostrophe before what a spreadsheet would take for a formula.
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
