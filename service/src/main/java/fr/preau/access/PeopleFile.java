package fr.preau.access;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the file of people: {@code email;nom;employeur;role;unite;fin}, one right a line, several lines a person.
 * Separator {@code ;} or {@code ,}, with or without BOM, any line end, columns in any order.
 */
final class PeopleFile {
    /** More lines than that are two files. */
    static final int MOST = 5_000;

    private static final List<String> NEEDED = List.of("email", "nom", "employeur", "role", "unite");

    private PeopleFile() {}

    /** The text of a file: UTF-8, else what a French spreadsheet writes by itself. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /**
     * The lines, none of them looked into yet.
     *
     * @throws Refusal invalid, when it is no such file
     */
    static List<PeopleLine> read(String text) {
        String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (bare.isBlank()) {
            throw Refusal.invalid("texte", "people.file.empty");
        }
        List<CsvRecord> rows = rows(bare);
        Map<String, Integer> columns = columns(rows.get(0));
        List<PeopleLine> lines = new ArrayList<>();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            if (row.getFieldCount() > rows.get(0).getFieldCount()) {
                throw Refusal.invalid("texte", "people.file.wide", row.getStartingLineNumber());
            }
            lines.add(PeopleLine.of(row, columns));
        }
        if (lines.isEmpty()) {
            throw Refusal.invalid("texte", "people.file.empty");
        }
        if (lines.size() > MOST) {
            throw Refusal.invalid("texte", "people.file.long", MOST);
        }
        return lines;
    }

    private static List<CsvRecord> rows(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(';') >= 0 || header.indexOf(',') < 0 ? ';' : ',';
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            return csv.stream().toList();
        } catch (CsvParseException e) {
            throw Refusal.invalid("texte", "people.file.quote");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> columns(CsvRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = SearchText.fold(header.getField(i)).replace(' ', '_');
            if (!PeopleCsv.TAKEN.contains(name) && !PeopleCsv.TOLD.contains(name)) {
                throw Refusal.invalid("texte", "people.file.column", header.getField(i));
            }
            columns.put(name, i);
        }
        for (String name : NEEDED) {
            if (!columns.containsKey(name)) {
                throw Refusal.invalid("texte", "people.file.missing", name);
            }
        }
        return columns;
    }
}
