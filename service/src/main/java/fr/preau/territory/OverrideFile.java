package fr.preau.territory;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.kernel.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of schools that another collectivity than the rule's runs: {@code uai;siren;nom}, one a line.
 *
 * <p>People write it by hand, so one wrong line refuses the whole file, with all that is to correct.
 */
public final class OverrideFile {
    private static final int LONGEST_NAME = 200;

    private final Map<Uai, Owner> owners = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /**
     * The collectivity that runs a school.
     *
     * @param siren nine digits with their right key
     * @param name needed where the SIREN is not known yet (EPCI, syndicat), null elsewhere
     */
    public record Owner(String siren, @Nullable String name) {}

    private OverrideFile() {}

    /**
     * Reads the file; a first line without UAI is taken for a header.
     *
     * @throws Refusal with every line to correct
     */
    public static Map<Uai, Owner> read(Path file) {
        OverrideFile reading = new OverrideFile();
        CsvSource.read(file, reading::row);
        if (!reading.violations.isEmpty()) {
            throw new Refusal(new Problem.Invalid(reading.violations));
        }
        return Map.copyOf(reading.owners);
    }

    private void row(CsvRecord row) {
        long line = row.getStartingLineNumber();
        String uai = field(row, 0);
        if (line == 1 && uai.equalsIgnoreCase("uai")) {
            return;
        }
        try {
            Owner owner = owner(field(row, 1), field(row, 2));
            if (owners.putIfAbsent(new Uai(uai), owner) != null) {
                throw Refusal.invalid("overrides", "territory.override.twice", uai);
            }
        } catch (Refusal refusal) {
            Message reason = refusal.problem().message();
            violations.add(new Violation("overrides", Message.of("territory.override.line", line, reason)));
        }
    }

    private static Owner owner(String siren, String name) {
        if (siren.length() != 9 || !Siren.isRight(siren)) {
            throw Refusal.invalid("overrides", "territory.override.siren", siren);
        }
        if (name.length() > LONGEST_NAME) {
            throw Refusal.invalid("overrides", "territory.line.long", LONGEST_NAME);
        }
        return new Owner(siren, name.isEmpty() ? null : name);
    }

    private static String field(CsvRecord row, int position) {
        return position < row.getFieldCount() ? row.getField(position).strip() : "";
    }
}
