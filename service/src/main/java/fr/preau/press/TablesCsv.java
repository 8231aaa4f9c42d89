package fr.preau.press;

import fr.preau.edition.Cell;
import fr.preau.edition.Content;
import fr.preau.edition.Row;
import fr.preau.edition.Table;
import fr.preau.web.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Every cell of every table as one line of a CSV file: what a program sorts, filters and joins by. */
final class TablesCsv {
    static final List<String> HEAD = List.of("tableau", "cle", "ligne", "colonne", "nature", "valeur", "motif");

    private TablesCsv() {}

    static byte[] write(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Csv csv = Csv.to(out);
            csv.row(HEAD);
            content.tables().forEach(table -> rows(csv, table));
            csv.end();
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return out.toByteArray();
    }

    private static void rows(Csv csv, Table table) {
        for (Row row : table.rows()) {
            for (int column = 0; column < table.columns().size(); column++) {
                Cell cell = row.cells().get(column);
                csv.row(List.of(
                        table.id(),
                        row.key(),
                        String.join(" · ", row.heads()),
                        table.columns().get(column),
                        cell.kind().name(),
                        value(cell),
                        cell.hidden() == null ? "" : cell.hidden().name()));
            }
        }
    }

    /** Plain decimals with a point; empty where there is no figure. A minus sign is a number's, not a formula's. */
    static String value(Cell cell) {
        return switch (cell.kind()) {
            case NUMBER -> Long.toString(Objects.requireNonNull(cell.number()));
            case SHARE, CHANGE -> decimal(Objects.requireNonNull(cell.share()));
            case TEXT -> Objects.requireNonNull(cell.text());
            case HIDDEN, NOTHING -> "";
        };
    }

    static String decimal(double share) {
        return BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
    }
}
