package fr.preau.edition;

import fr.preau.audit.Figures;
import fr.preau.checklist.FrenchText;
import fr.preau.checklist.Theme;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import fr.preau.web.Viewer;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The tables of units: a row a unit and degree, a column a theme. A row that is hidden is hidden whole. */
final class Matrices {
    private final Viewer words;
    private final Shown shown;
    private final Naming naming;

    Matrices(Viewer words, Shown shown, Naming naming) {
        this.words = words;
        this.shown = shown;
        this.naming = naming;
    }

    Table of(Exhibit exhibit, Family family, UnitId.Kind kind, List<Line> lines) {
        Map<String, Figures> figures = lines.stream()
                .collect(Collectors.toMap(line -> key(line.unit(), line.slice(), line.theme()), Line::figures));
        List<Row> rows = shown.of(family).stream()
                .map(decision -> row(decision, kind, figures))
                .sorted(Comparator.comparing(
                                (Row row) -> row.heads().get(0), Collator.getInstance(Locale.FRENCH)::compare)
                        .thenComparing(Row::key))
                .toList();
        List<String> columns = new ArrayList<>(List.of(words.t("edition.schools"), words.t("edition.conformity")));
        themes().forEach(theme -> columns.add(theme.code()));
        columns.add(words.t("edition.coverage"));
        List<String> heads = family == Family.COLLECTIVITY
                ? List.of(words.t("edition.unit." + family))
                : List.of(words.t("edition.unit." + family), words.t("edition.degree"));
        return new Table(
                exhibit.id(), words.t("edition.table." + exhibit), heads, columns, rows, Chart.HEAT, notes(family));
    }

    private Row row(Decision decision, UnitId.Kind kind, Map<String, Figures> figures) {
        Group group = decision.group();
        UnitId unit = new UnitId(kind, group.unit());
        String name = words.t(UnitName.of(unit, shown.name(unit.toString())));
        List<String> heads =
                group.slice().isEmpty() ? List.of(name) : List.of(name, words.t("edition.slice." + group.slice()));
        String key = group.slice().isEmpty() ? unit.toString() : unit + "." + group.slice();
        List<Cell> cells = new ArrayList<>();
        Function<String, Figures> of =
                theme -> figures.getOrDefault(key(group.unit(), group.slice(), theme), Figures.NONE);
        cells.add(cell(decision, () -> Cell.number(shown.schools(group))));
        cells.add(cell(decision, () -> Cell.share(of.apply("").conformity())));
        themes().forEach(theme ->
                cells.add(cell(decision, () -> Cell.share(of.apply(theme.code()).conformity()))));
        cells.add(cell(decision, () -> Cell.share(of.apply("").coverage())));
        if (decision.shown()) {
            naming.put(key, of.apply(""));
            themes().forEach(theme -> naming.put(key + "." + theme.code(), of.apply(theme.code())));
        }
        return new Row(key, heads, cells);
    }

    private static Cell cell(Decision decision, Supplier<Cell> figure) {
        return decision.hidden() == null ? figure.get() : Cell.hidden(decision.hidden());
    }

    private List<String> notes(Family family) {
        List<String> notes = new ArrayList<>();
        notes.add(words.t("edition.base"));
        notes.add(themes().stream()
                .map(theme -> words.t("edition.code", theme.code(), FrenchText.typeset(theme.title())))
                .collect(Collectors.joining(" · ")));
        shown.of(family).stream()
                .map(Decision::hidden)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(hidden -> notes.add(words.t("edition.hidden." + hidden)));
        return notes;
    }

    private List<Theme> themes() {
        return shown.checklist().themes();
    }

    private static String key(String unit, String slice, String theme) {
        return unit + "/" + slice + "/" + theme;
    }
}
