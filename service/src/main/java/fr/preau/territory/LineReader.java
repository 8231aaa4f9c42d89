package fr.preau.territory;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.Uai;
import fr.preau.territory.DirectoryHeader.Column;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns one row of the file into a school, or refuses it with the reason; never guesses what decides of a school. */
final class LineReader {
    private static final Pattern SHORT_UAI = Pattern.compile("[0-9]{5,6}[A-Z]");
    private static final Pattern UAI = Pattern.compile("[0-9]{7}[A-Z]");
    private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
    private static final Pattern NATURE = Pattern.compile("[0-9]{3}");
    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_COMMUNE = 200;

    private final DirectoryHeader header;
    private final ShippedTerritory shipped;

    LineReader(DirectoryHeader header, ShippedTerritory shipped) {
        this.header = header;
        this.shipped = shipped;
    }

    /** How many cells a whole line has. */
    int width() {
        return header.width();
    }

    Classification classify(CsvRecord row) {
        return Classification.of(cell(row, Column.NATURE), cell(row, Column.NATURE_LABEL), cell(row, Column.TYPE));
    }

    /** The identifier with the zeros that a spreadsheet took away, right or not. */
    String uai(CsvRecord row) {
        return padUai(cell(row, Column.UAI));
    }

    /**
     * The school of a row that {@link #classify} keeps.
     *
     * @throws Refusal with the reason, when the line can't be taken
     */
    DirectoryLine read(CsvRecord row, SchoolType type) {
        List<Message> flags = new ArrayList<>();
        Uai uai = new Uai(uai(row));
        String commune = commune(row);
        String name = text(row, Column.NAME, LONGEST_NAME);
        if (SearchText.fold(name).isEmpty()) {
            throw refused("territory.line.name");
        }
        String communeName = text(row, Column.COMMUNE_NAME, LONGEST_COMMUNE);
        return new DirectoryLine(
                Math.toIntExact(row.getStartingLineNumber()),
                uai,
                name,
                type,
                sector(row),
                state(row, flags),
                commune,
                communeName.isEmpty() ? commune : communeName,
                department(row, flags),
                nullUnless(NATURE, cell(row, Column.NATURE)),
                siret(row, flags),
                nullUnless(UAI, padUai(cell(row, Column.PARENT))),
                day(cell(row, Column.UPDATED)),
                flags);
    }

    private String cell(CsvRecord row, Column column) {
        return header.cell(row, column);
    }

    private String text(CsvRecord row, Column column, int longest) {
        String text = cell(row, column);
        if (text.length() > longest) {
            throw refused("territory.line.long", longest);
        }
        // As French is printed: the ministry's file has typewriter's apostrophes. No name identifies, and one searches
        // by either.
        return text.replace('\'', '’');
    }

    private Sector sector(CsvRecord row) {
        String label = SearchText.fold(cell(row, Column.SECTOR));
        if (label.startsWith("prive")) {
            return Sector.PRIVATE;
        }
        if (label.startsWith("public")) {
            return Sector.PUBLIC;
        }
        throw refused("territory.line.sector", cell(row, Column.SECTOR));
    }

    private SchoolState state(CsvRecord row, List<Message> flags) {
        String label = SearchText.fold(cell(row, Column.STATE));
        if (label.startsWith("ferme")) {
            return SchoolState.CLOSED;
        }
        if (label.equals("a fermer")) {
            flags.add(Message.of("territory.flag.closing"));
            return SchoolState.CLOSING;
        }
        if (!label.isEmpty() && !label.equals("ouvert")) {
            flags.add(Message.of("territory.flag.state", cell(row, Column.STATE)));
        }
        return SchoolState.OPEN;
    }

    private String commune(CsvRecord row) {
        String code = cell(row, Column.COMMUNE).toUpperCase(Locale.ROOT);
        String padded = code.length() == 4 ? "0" + code : code;
        if (!COMMUNE.matcher(padded).matches()) {
            throw refused("territory.line.commune", code);
        }
        return padded;
    }

    /** The file writes 035 and 02A where INSEE writes 35 and 2A, and a spreadsheet 1 for 01. */
    private String department(CsvRecord row, List<Message> flags) {
        String code = cell(row, Column.DEPARTMENT).toUpperCase(Locale.ROOT);
        String bare = code.length() == 3 && code.startsWith("0") ? code.substring(1) : code;
        String department = bare.length() == 1 ? "0" + bare : bare;
        String academy = shipped.academyOf(department).orElseThrow(() -> refused("territory.line.department", code));
        String told = cell(row, Column.ACADEMY);
        String today = shipped.academyToday(told.length() == 1 ? "0" + told : told);
        if (!told.isEmpty() && !today.equals(academy)) {
            flags.add(Message.of("territory.flag.academy", told, department, academy));
        }
        return department;
    }

    private @Nullable String siret(CsvRecord row, List<Message> flags) {
        String told = cell(row, Column.SIRET).replace(" ", "");
        if (told.isEmpty()) {
            return null;
        }
        String siret = told.length() == 13 || told.length() == 8 ? "0" + told : told;
        if (Siren.isRight(siret)) {
            return siret;
        }
        flags.add(Message.of("territory.flag.siret", told));
        return null;
    }

    private static String padUai(String told) {
        String upper = told.toUpperCase(Locale.ROOT);
        return SHORT_UAI.matcher(upper).matches() ? "0".repeat(8 - upper.length()) + upper : upper;
    }

    private static @Nullable String nullUnless(Pattern form, String text) {
        return form.matcher(text).matches() ? text : null;
    }

    private static @Nullable LocalDate day(String told) {
        if (told.length() < 10) {
            return null;
        }
        String day = told.substring(0, 10);
        try {
            return day.charAt(2) == '/' ? LocalDate.parse(day, FRENCH_DAY) : LocalDate.parse(day);
        } catch (DateTimeException e) {
            // An unreadable day only loses the line its precedence over another of the same school.
            return null;
        }
    }

    private static Refusal refused(String key, Object... args) {
        return Refusal.invalid("file", key, args);
    }
}
