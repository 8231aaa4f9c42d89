package fr.preau.dashboard;

import fr.preau.audit.FigureReading;
import fr.preau.audit.Figures;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a table: a unit's parts or its types of school, in the order of their names, never of their
 * figures. Two queries, however many lines; groups that are too small for the person are hidden here.
 */
final class Lines {
    private final DashboardSql sql;
    private final Vantage vantage;
    private final CampaignId campaign;
    private final Narrowing narrowing;

    Lines(Handle tx, Vantage vantage, Narrowing narrowing) {
        this.sql = tx.attach(DashboardSql.class);
        this.vantage = vantage;
        this.campaign = vantage.opened().id();
        this.narrowing = narrowing;
    }

    /** The unit itself, as one line. */
    Line whole() {
        UnitId id = vantage.id();
        return of(List.of(vantage.unit())).stream()
                .findFirst()
                .orElseGet(() -> line(id.toString(), vantage.unit(), new SplitRoster(null, 0, 0), List.of()));
    }

    /** Units that the caller knows to lie in the reader's units, in that order; those that count no audit are left out. */
    List<Line> of(List<Unit> units) {
        Scope scope = Scope.of(units.stream().map(Unit::id).toList());
        return hideSmall(assemble(
                keys(units), byId(units), sql.rosters(campaign, false, scope, narrowing), cells(null, false, scope)));
    }

    /** Whether the type that is asked for would tell of a few schools, by itself or as what the others leave over. */
    boolean hidesType() {
        SchoolType asked = narrowing.type();
        if (asked == null) {
            return false;
        }
        List<SplitRoster> types = sql.rosters(campaign, true, Scope.of(vantage.id()), Narrowing.NONE);
        Set<Integer> hidden =
                SmallGroups.hidden(types.stream().map(SplitRoster::rendered).toList());
        return IntStream.range(0, types.size())
                .anyMatch(i ->
                        hidden.contains(i) && asked.name().equals(types.get(i).line()));
    }

    /** The parts of the unit, with their themes. */
    List<Line> parts(Split split) {
        return parts(split, scope -> cells(null, split == Split.TYPES, scope));
    }

    /** The parts of the unit, without their themes where that reads less. */
    List<Line> brief(Split split) {
        if (!narrowing.whole() || split == Split.TYPES) {
            return parts(split);
        }
        FigureReading reading = narrowing.reading();
        return split == Split.COLLECTIVITIES
                ? parts(split, scope -> sql.within(campaign, vantage.id().code(), reading))
                : parts(split, scope -> sql.totals(campaign, scope.units(), reading));
    }

    /** The parts of the unit, for one control. */
    List<Line> parts(Split split, ControlCode control) {
        return parts(split, scope -> cells(control, split == Split.TYPES, scope));
    }

    /** Reads the cells of a scope. */
    private interface Cells {
        List<SplitCell> of(Scope scope);
    }

    private List<Line> parts(Split split, Cells cells) {
        if (split == Split.TYPES) {
            Scope scope = Scope.of(vantage.id());
            List<@Nullable String> keys =
                    Arrays.stream(SchoolType.values()).map(SchoolType::name).collect(Collectors.toList());
            return hideSmall(assemble(keys, Map.of(), sql.rosters(campaign, true, scope, narrowing), cells.of(scope)));
        }
        if (split == Split.COLLECTIVITIES) {
            return collectivities(cells);
        }
        List<Unit> units = sql.parts(vantage.id().kind().name(), vantage.id().code(), split);
        Scope scope = Scope.of(units.stream().map(Unit::id).toList());
        return hideSmall(
                assemble(keys(units), byId(units), sql.rosters(campaign, false, scope, narrowing), cells.of(scope)));
    }

    /** Those that a department's audits name, by name; its schools without any come last. */
    private List<Line> collectivities(Cells cells) {
        Scope scope = Scope.within(vantage.id());
        List<SplitRoster> rosters = sql.rosters(campaign, false, scope, narrowing);
        List<Unit> units = sql.collectivities(
                rosters.stream().map(SplitRoster::line).filter(Objects::nonNull).toList());
        List<@Nullable String> keys = keys(units);
        keys.add(null);
        return hideSmall(assemble(keys, byId(units), rosters, cells.of(scope)));
    }

    private List<SplitCell> cells(@Nullable ControlCode control, boolean types, Scope scope) {
        return sql.cells(campaign, control, types, scope, narrowing);
    }

    private static List<@Nullable String> keys(List<Unit> units) {
        return units.stream().map(unit -> unit.id().toString()).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, Unit> byId(List<Unit> units) {
        return units.stream().collect(Collectors.toMap(unit -> unit.id().toString(), unit -> unit));
    }

    private static List<Line> assemble(
            List<@Nullable String> keys, Map<String, Unit> units, List<SplitRoster> rosters, List<SplitCell> cells) {
        Map<@Nullable String, List<SplitCell>> byLine = new HashMap<>();
        cells.forEach(cell ->
                byLine.computeIfAbsent(cell.line(), line -> new ArrayList<>()).add(cell));
        Map<@Nullable String, SplitRoster> counts = new HashMap<>();
        rosters.forEach(roster -> counts.put(roster.line(), roster));
        List<Line> lines = new ArrayList<>();
        for (String key : keys) {
            SplitRoster roster = counts.get(key);
            if (roster != null && roster.expected() > 0) {
                Unit unit = key == null ? null : units.get(key);
                lines.add(line(key, unit, roster, byLine.getOrDefault(key, List.of())));
            }
        }
        return lines;
    }

    private static Line line(@Nullable String key, @Nullable Unit unit, SplitRoster roster, List<SplitCell> cells) {
        SplitCell whole = cells.stream()
                .filter(cell -> cell.theme() == null)
                .findFirst()
                .orElse(new SplitCell(key, null, null, null, Figures.NONE));
        Map<String, Figures> themes = cells.stream()
                .filter(cell -> cell.theme() != null)
                .collect(Collectors.toMap(cell -> Objects.requireNonNull(cell.theme()), SplitCell::figures));
        return new Line(
                unit == null ? null : unit.id(),
                unit == null && key != null ? SchoolType.valueOf(key) : null,
                unit == null ? null : unit.name(),
                roster.expected(),
                roster.rendered(),
                whole.progress(),
                whole.base(),
                whole.figures(),
                themes,
                false);
    }

    private List<Line> hideSmall(List<Line> lines) {
        if (vantage.near()) {
            return lines;
        }
        Set<Integer> rosters =
                SmallGroups.hidden(lines.stream().map(Line::expected).toList());
        Set<Integer> figures = SmallGroups.hidden(lines.stream()
                .map(line -> Objects.requireNonNullElse(line.rendered(), 0L))
                .toList());
        List<Line> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            shown.add(rosters.contains(i) ? line.withoutRoster() : figures.contains(i) ? line.withoutFigures() : line);
        }
        return shown;
    }
}
