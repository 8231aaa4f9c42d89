package fr.preau.territory;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the columns by name: vintages differ in their order, their number and their way to write a name.
 *
 * <p>Unknown columns are ignored; case, accents, spaces and underscores don't matter.
 */
final class DirectoryHeader {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s\\u00A0]+");

    /** A column that the import reads, by its present name. */
    enum Column {
        UAI("Identifiant_de_l_etablissement", true),
        NAME("Nom_etablissement", true),
        TYPE("Type_etablissement", true),
        SECTOR("Statut_public_prive", true),
        COMMUNE("Code_commune", true),
        DEPARTMENT("Code_departement", true),
        ACADEMY("Code_academie", true),
        COMMUNE_NAME("Nom_commune", false),
        SIRET("SIREN_SIRET", false),
        UPDATED("date_maj_ligne", false),
        STATE("etat", false),
        NATURE("code_nature", false),
        NATURE_LABEL("libelle_nature", false),
        PARENT("etablissement_mere", false);

        private final String label;
        private final boolean required;

        Column(String label, boolean required) {
            this.label = label;
            this.required = required;
        }
    }

    /** Other names in use: the ministry's sister files write the identifier so. */
    private static final Map<Column, List<String>> ALIASES = Map.of(Column.UAI, List.of("numero_uai", "uai"));

    private final Map<Column, Integer> positions;
    private final int width;

    private DirectoryHeader(Map<Column, Integer> positions, int width) {
        this.positions = positions;
        this.width = width;
    }

    /** Reads the file's first line; refuses it with the names of the columns that it lacks. */
    static DirectoryHeader of(CsvRecord first) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < first.getFieldCount(); i++) {
            found.putIfAbsent(SearchText.fold(first.getField(i)), i);
        }
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            Stream.concat(Stream.of(column.label), ALIASES.getOrDefault(column, List.of()).stream())
                    .map(name -> found.get(SearchText.fold(name)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(position -> positions.put(column, position));
        }
        String missing = Arrays.stream(Column.values())
                .filter(column -> column.required && !positions.containsKey(column))
                .map(column -> column.label)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refusal.invalid("file", "territory.file.columns", missing);
        }
        return new DirectoryHeader(positions, first.getFieldCount());
    }

    int width() {
        return width;
    }

    /** The cell on one line and without blanks around; empty when the line or the file hasn't it. */
    String cell(CsvRecord row, Column column) {
        Integer position = positions.get(column);
        if (position == null || position >= row.getFieldCount()) {
            return "";
        }
        String cell = row.getField(position);
        return isPlain(cell) ? cell : CONTROL.matcher(cell).replaceAll(" ").strip();
    }

    /** Whether there is nothing to take out, as in nearly all of a country's million cells: to look costs a tenth of it. */
    private static boolean isPlain(String cell) {
        char before = ' ';
        for (int i = 0; i < cell.length(); i++) {
            char letter = cell.charAt(i);
            boolean plain = letter > ' ' && letter < 0x7F || letter > 0xA0 && letter < 0x180;
            if (!plain && (letter != ' ' || before == ' ')) {
                return false;
            }
            before = letter;
        }
        return cell.isEmpty() || before != ' ';
    }
}
