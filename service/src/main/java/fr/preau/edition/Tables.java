package fr.preau.edition;

import fr.preau.audit.Figures;
import fr.preau.checklist.FrenchText;
import fr.preau.checklist.Roles;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import fr.preau.kernel.UnitId;
import fr.preau.web.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of a deliverable, those that its label allows of its unit. */
final class Tables {
    private final SnapshotSql sql;
    private final Viewer words;
    private final Shown shown;
    private final Naming naming;

    Tables(Handle tx, Viewer words, Shown shown, Naming naming) {
        this.sql = tx.attach(SnapshotSql.class);
        this.words = words;
        this.shown = shown;
        this.naming = naming;
    }

    List<Table> of(Deliverable deliverable, @Nullable Shown earlier, List<Roles> roles) {
        List<Table> tables = new ArrayList<>();
        RoleTables who = new RoleTables(words, shown.checklist());
        tables.add(who.roles(roles));
        tables.add(who.parties());
        NationTables whole = new NationTables(words, shown, naming);
        for (Exhibit exhibit : Exhibit.of(deliverable.unit(), deliverable.label())) {
            add(tables, exhibit, whole, earlier);
        }
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private void add(List<Table> tables, Exhibit exhibit, NationTables whole, @Nullable Shown earlier) {
        switch (exhibit) {
            case TYPES -> tables.add(whole.types(lines(Line.By.TYPE)));
            case LEVELS -> tables.add(whole.levels(lines(Line.By.LEVEL), lines(Line.By.WHOLE)));
            case CONTROLS -> {
                List<Line> controls = lines(Line.By.CONTROL);
                tables.add(whole.controls(controls));
                tables.add(whole.measures(controls));
            }
            case ACADEMIES -> tables.add(matrix(exhibit, Family.ACADEMY_DEGREE, UnitId.Kind.ACADEMY, Line.By.ACADEMY));
            case DEPARTMENTS ->
                tables.add(matrix(exhibit, Family.DEPARTMENT_DEGREE, UnitId.Kind.DEPARTMENT, Line.By.DEPARTMENT));
            case COLLECTIVITIES ->
                tables.add(matrix(exhibit, Family.COLLECTIVITY, UnitId.Kind.COLLECTIVITY, Line.By.COLLECTIVITY));
            // Apart: not everybody who edits the document sees them.
            case SCHOOLS -> {}
            case TRENDS -> {
                if (earlier != null) {
                    tables.add(trends(earlier));
                }
            }
        }
    }

    /** By type and of units: every row is asked, those hidden leave here. */
    private Table matrix(Exhibit exhibit, Family family, UnitId.Kind kind, Line.By by) {
        List<Line> lines = sql.lines(shown.snapshot().id(), by, Arrays.asList(SchoolType.values()));
        return new Matrices(words, shown, naming).of(exhibit, family, kind, lines);
    }

    private List<Line> lines(Line.By by) {
        List<SchoolType> types = by == Line.By.TYPE ? Arrays.asList(SchoolType.values()) : shown.types();
        return sql.lines(shown.snapshot().id(), by, types);
    }

    /** Of each campaign all that was rendered then, of the types that both show: the schools are not the same ones. */
    private Table trends(Shown earlier) {
        List<SchoolType> types = Composition.both(shown, earlier);
        List<Line> now = sql.lines(shown.snapshot().id(), Line.By.WHOLE, types);
        List<Line> before = sql.lines(earlier.snapshot().id(), Line.By.WHOLE, types);
        List<Row> rows = new ArrayList<>();
        for (Theme theme : shown.checklist().themes()) {
            rows.add(trend(theme.code(), FrenchText.typeset(theme.title()), before, now));
        }
        rows.add(trend("", words.t("edition.all"), before, now));
        String told = types.stream()
                .map(type -> words.t("checklist.type." + type.name()))
                .collect(Collectors.joining(", "));
        return new Table(
                Exhibit.TRENDS.id(),
                words.t("edition.table.TRENDS"),
                List.of(words.t("edition.theme")),
                List.of(earlier.snapshot().campaignName(), shown.snapshot().campaignName(), words.t("edition.change")),
                rows,
                Chart.TREND,
                List.of(words.t(
                        "edition.trends.note",
                        earlier.snapshot().rendered(),
                        shown.snapshot().rendered(),
                        told)));
    }

    private Row trend(String theme, String head, List<Line> before, List<Line> now) {
        Figures then = NationTables.of(before, "", theme);
        Figures since = NationTables.of(now, "", theme);
        Double change = then.conformity() == null || since.conformity() == null
                ? null
                : Double.valueOf(since.conformity() - then.conformity());
        if (change != null) {
            naming.put(theme.isEmpty() ? "evolution" : "evolution." + theme, words.points(change));
        }
        return new Row(
                theme.isEmpty() ? "tous" : theme,
                List.of(head),
                List.of(Cell.share(then.conformity()), Cell.share(since.conformity()), Cell.change(change)));
    }
}
