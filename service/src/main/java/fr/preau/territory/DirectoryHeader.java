package fr.preau.territory;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the columns by name: vintages differ in their order, their number and their way to write a name.
 *
 * <p>Unknown columns are ignored; case, accents, spaces and underscores don't matter.
 */
final class DirectoryHeader {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s\\u00A0]+");

    /** A column that the import reads, by the names it has had, the present one first. */
    enum Column {
        UAI(true, "Identifiant_de_l_etablissement", "numero_uai", "uai"),
        NAME(true, "Nom_etablissement"),
        TYPE(true, "Type_etablissement"),
        SECTOR(true, "Statut_public_prive"),
        COMMUNE(true, "Code_commune"),
        DEPARTMENT(true, "Code_departement"),
        ACADEMY(true, "Code_academie"),
        COMMUNE_NAME(false, "Nom_commune"),
        SIRET(false, "SIREN_SIRET"),
        UPDATED(false, "date_maj_ligne"),
        STATE(false, "etat"),
        NATURE(false, "code_nature"),
        NATURE_LABEL(false, "libelle_nature"),
        PARENT(false, "etablissement_mere");

        private final boolean required;
        private final List<String> names;

        Column(boolean required, String... names) {
            this.required = required;
            this.names = List.of(names);
        }
    }

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
            column.names.stream()
                    .map(name -> found.get(SearchText.fold(name)))
                    .filter(position -> position != null)
                    .findFirst()
                    .ifPresent(position -> positions.put(column, position));
        }
        String missing = Arrays.stream(Column.values())
                .filter(column -> column.required && !positions.containsKey(column))
                .map(column -> column.names.get(0))
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
        return cell.isEmpty() ? cell : CONTROL.matcher(cell).replaceAll(" ").strip();
    }
}
