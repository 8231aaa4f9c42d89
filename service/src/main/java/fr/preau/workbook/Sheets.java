package fr.preau.workbook;

import fr.preau.kernel.ControlCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes rows of schools out of the sheets that come back, by their heads: columns may have moved and rows been sorted.
 * Sheets without our mark are people's own, and left alone.
 */
final class Sheets implements BookReader.Rows {
    private static final Pattern CODE = Pattern.compile("([A-Z0-9]{2,8}-[0-9]{2,3})(\\s.*)?", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile(Pattern.quote(Layout.MARK) + "([0-9]+)( .*)?", Pattern.DOTALL);

    private final String campaign;
    private final Consumer<Filled> schools;
    private final Consumer<NewLine> wrong;
    private final Set<String> met = new HashSet<>();
    private final Map<Integer, ControlCode> columns = new LinkedHashMap<>();
    private String tab = "";
    private int row;
    private boolean ours;
    private int uai;

    Sheets(long campaign, Consumer<Filled> schools, Consumer<NewLine> wrong) {
        this.campaign = Long.toString(campaign);
        this.schools = schools;
        this.wrong = wrong;
    }

    @Override
    public void row(String name, List<String> cells) {
        if (!name.equals(tab) || row == 0) {
            begin(name, cells);
            return;
        }
        row++;
        if (!ours) {
            return;
        }
        if (row == 2) {
            heads(cells);
            return;
        }
        String school = at(cells, uai).strip().toUpperCase(Locale.ROOT);
        if (school.isEmpty()) {
            return;
        }
        if (!met.add(tab + "\n" + school)) {
            wrong.accept(NewLine.about(school, Finding.TWICE));
            return;
        }
        List<Filled.Cell> filled = new ArrayList<>();
        columns.forEach(
                (column, control) -> filled.add(new Filled.Cell(control, at(cells, column), at(cells, column + 1))));
        schools.accept(new Filled(tab, school, filled));
    }

    private void begin(String name, List<String> cells) {
        tab = name;
        row = 1;
        columns.clear();
        Matcher mark = MARK.matcher(at(cells, 0).strip());
        ours = mark.matches() && mark.group(1).equals(campaign);
        if (mark.matches() && !ours) {
            wrong.accept(NewLine.about(name, Finding.FOREIGN_SHEET));
        }
    }

    private void heads(List<String> cells) {
        uai = Math.max(0, cells.indexOf(Layout.SCHOOL.get(0)));
        for (int column = 0; column < cells.size(); column++) {
            Matcher code = CODE.matcher(cells.get(column));
            if (code.matches()) {
                columns.put(column, new ControlCode(code.group(1)));
            }
        }
    }

    private static String at(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
