package fr.preau.edition;

import fr.preau.audit.Figures;
import fr.preau.checklist.Control;
import fr.preau.checklist.FrenchText;
import fr.preau.checklist.Level;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import fr.preau.kernel.ControlCode;
import fr.preau.web.Viewer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of the whole: by type, by level, by control. Sums are over the types shown alone. */
final class NationTables {
    static final int LEAST_HELD = 15;
    private static final List<String> ANSWERS =
            List.of("CONFORME", "PARTIEL", "NON_CONFORME", "NE_SAIT_PAS", "NON_APPLICABLE", "SANS_REPONSE");

    private final Viewer words;
    private final Shown shown;
    private final Naming naming;

    NationTables(Viewer words, Shown shown, Naming naming) {
        this.words = words;
        this.shown = shown;
        this.naming = naming;
    }

    /** Type × theme × answer. */
    Table types(List<Line> lines) {
        List<Row> rows = new ArrayList<>();
        for (SchoolType type : SchoolType.values()) {
            for (Theme theme : shown.checklist().themes()) {
                lines.stream()
                        .filter(line ->
                                line.slice().equals(type.name()) && line.theme().equals(theme.code()))
                        .forEach(line -> rows.add(type(type, theme, line.figures())));
            }
            lines.stream()
                    .filter(line ->
                            line.slice().equals(type.name()) && line.theme().isEmpty())
                    .filter(line -> shown.types().contains(type))
                    .forEach(line -> naming.put(type.name(), line.figures()));
        }
        List<String> columns = new ArrayList<>(List.of(words.t("edition.schools")));
        ANSWERS.forEach(answer -> columns.add(words.t("mark." + answer)));
        columns.addAll(List.of(words.t("edition.conformity"), words.t("edition.coverage")));
        return new Table(
                Exhibit.TYPES.id(),
                words.t("edition.table.TYPES"),
                List.of(words.t("edition.type"), words.t("edition.theme")),
                columns,
                rows,
                Chart.STACKED,
                notes());
    }

    private Row type(SchoolType type, Theme theme, Figures figures) {
        Hidden hidden = shown.why(Shown.ofType(type));
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.number(shown.schools(Shown.ofType(type))));
        Map<String, Long> counts = figures.counts();
        ANSWERS.forEach(answer -> cells.add(
                Cell.share((double) Objects.requireNonNull(counts.get(answer)) / Math.max(1, figures.asked()))));
        cells.add(Cell.share(figures.conformity()));
        cells.add(Cell.share(figures.coverage()));
        if (hidden == null) {
            naming.put(type.name() + "." + theme.code(), figures);
        } else {
            cells.replaceAll(unused -> Cell.hidden(hidden));
        }
        return new Row(
                type.name() + "." + theme.code(),
                List.of(words.t("checklist.type." + type.name()), FrenchText.typeset(theme.title())),
                cells);
    }

    /** Theme × level, with all levels and all themes. */
    Table levels(List<Line> byLevel, List<Line> whole) {
        List<Row> rows = new ArrayList<>();
        for (Theme theme : shown.checklist().themes()) {
            rows.add(level(theme.code(), FrenchText.typeset(theme.title()), byLevel, whole));
        }
        rows.add(level("", words.t("edition.all"), byLevel, whole));
        List<String> columns = new ArrayList<>();
        for (Level level : Level.values()) {
            columns.add(words.t("checklist.level." + level.name()));
        }
        columns.addAll(List.of(words.t("edition.conformity"), words.t("edition.coverage")));
        return new Table(
                Exhibit.LEVELS.id(),
                words.t("edition.table.LEVELS"),
                List.of(words.t("edition.theme")),
                columns,
                rows,
                Chart.HEAT,
                notes());
    }

    private Row level(String theme, String head, List<Line> byLevel, List<Line> whole) {
        List<Cell> cells = new ArrayList<>();
        for (Level level : Level.values()) {
            Figures figures = of(byLevel, Integer.toString(level.number()), theme);
            String key = theme.isEmpty() ? level.name() : level.name() + "." + theme;
            naming.put(key, figures);
            cells.add(Cell.share(figures.conformity()));
        }
        Figures all = of(whole, "", theme);
        naming.put(theme, all);
        cells.add(Cell.share(all.conformity()));
        cells.add(Cell.share(all.coverage()));
        return new Row(theme.isEmpty() ? "tous" : theme, List.of(head), cells);
    }

    static Figures of(List<Line> lines, String slice, String theme) {
        return lines.stream()
                .filter(line -> line.slice().equals(slice) && line.theme().equals(theme))
                .map(Line::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }

    /** What is held least, the least first. */
    List<Line> leastHeld(List<Line> controls) {
        return controls.stream()
                .filter(line -> !line.theme().isEmpty() && line.figures().conformity() != null)
                .sorted(Comparator.comparing((Line line) ->
                                Objects.requireNonNull(line.figures().conformity()))
                        .thenComparing(Line::slice))
                .limit(LEAST_HELD)
                .toList();
    }

    Table controls(List<Line> controls) {
        controls.forEach(line -> naming.put(line.slice(), line.figures()));
        return new Table(
                Exhibit.CONTROLS.id(),
                words.t("edition.table.CONTROLS", LEAST_HELD),
                List.of(words.t("edition.code.head"), words.t("edition.control")),
                List.of(
                        words.t("edition.party"),
                        words.t("mark.NE_SAIT_PAS"),
                        words.t("edition.conformity"),
                        words.t("edition.coverage")),
                leastHeld(controls).stream().map(this::control).toList(),
                Chart.NONE,
                notes());
    }

    private Row control(Line line) {
        Control control = shown.checklist().control(new ControlCode(line.slice()));
        Figures figures = line.figures();
        return new Row(
                line.slice(),
                List.of(line.slice(), FrenchText.typeset(control.title())),
                List.of(
                        Cell.text(words.t(
                                "checklist.party." + control.defaultParty().name())),
                        Cell.share((double) figures.unknown() / Math.max(1, figures.asked())),
                        Cell.share(figures.conformity()),
                        Cell.share(figures.coverage())));
    }

    /** What the checklist advises for what is held least. */
    Table measures(List<Line> controls) {
        List<Row> rows = leastHeld(controls).stream()
                .map(line -> shown.checklist().control(new ControlCode(line.slice())))
                .map(control -> new Row(
                        control.code().value(),
                        List.of(control.code().value(), FrenchText.typeset(control.title())),
                        List.of(
                                Cell.text(FrenchText.typeset(control.advice())),
                                Cell.text(FrenchText.typeset(shown.checklist().gainLabel(control.gain()))),
                                Cell.text(FrenchText.typeset(shown.checklist().effortLabel(control.effort()))))))
                .toList();
        return new Table(
                "measures",
                words.t("edition.table.measures"),
                List.of(words.t("edition.code.head"), words.t("edition.control")),
                List.of(words.t("edition.advice"), words.t("edition.gain"), words.t("edition.effort")),
                rows,
                Chart.NONE,
                List.of());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(words.t("edition.base")));
        String types = shown.types().stream()
                .map(type -> words.t("checklist.type." + type.name()))
                .collect(Collectors.joining(", "));
        if (!types.isEmpty()) {
            notes.add(words.t("edition.types.shown", types));
        }
        shown.of(Family.NATION_TYPE).stream()
                .map(Decision::hidden)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(hidden -> notes.add(words.t("edition.hidden." + hidden)));
        return notes;
    }
}
