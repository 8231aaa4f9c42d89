package fr.preau.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A CSV file that a French spreadsheet opens as it is: UTF-8 with its mark, semicolons. No cell is a formula: what would
 * begin one gets an apostrophe before it, whoever typed it.
 */
public final class Csv {
    public static final String TYPE = "text/csv; charset=utf-8";

    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

    private final CsvWriter csv;

    private Csv(CsvWriter csv) {
        this.csv = csv;
    }

    /** Begins a file; the stream stays the caller's to close. */
    public static Csv to(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        return new Csv(CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer));
    }

    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(Csv::plain).toList());
    }

    /** Sends what is still held back. */
    public void end() throws IOException {
        csv.flush();
    }

    /** The cell as text, whatever it begins with; a negative number alone stays one. */
    static String plain(String cell) {
        return !cell.isEmpty() && !NUMBER.matcher(cell).matches() && FORMULA.indexOf(cell.charAt(0)) >= 0
                ? "'" + cell
                : cell;
    }
}
