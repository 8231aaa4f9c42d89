package fr.preau.dashboard;

import fr.preau.audit.FigureReading;
import fr.preau.audit.Figures;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Part;
import fr.preau.kernel.Stretch;
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
 * figures. First how many audits stand behind each, by which groups that are too small for the person are hidden, then
 * the figures of those that are shown: two queries, however many lines.
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
        Scope scope = Scope.of(vantage.id());
        String key = vantage.id().toString();
        List<Line> counted =
                counted(List.of(key), byId(List.of(vantage.unit())), sql.rosters(campaign, false, scope, narrowing));
        Line line = counted.isEmpty() ? line(key, vantage.unit(), new SplitRoster(key, 0, 0)) : counted.get(0);
        return filled(List.of(line), cells(null, false, scope)).get(0);
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

    /** The parts of the unit, with how many audits stand behind each and nothing else. */
    List<Line> counted(Split split) {
        List<Unit> units = split == Split.TYPES || split == Split.COLLECTIVITIES
                ? List.of()
                : sql.parts(vantage.id().kind().name(), vantage.id().code(), split);
        List<SplitRoster> rosters = sql.rosters(
                campaign,
                split == Split.TYPES,
                scope(split, units.stream().map(Unit::id).toList()),
                narrowing);
        if (split == Split.TYPES) {
            return counted(
                    Arrays.stream(SchoolType.values()).map(SchoolType::name).toList(), Map.of(), rosters);
        }
        if (split != Split.COLLECTIVITIES) {
            return counted(keys(units), byId(units), rosters);
        }
        // Those that the department's audits name, by name; its schools without any come last.
        List<Unit> named = sql.collectivities(
                rosters.stream().map(SplitRoster::line).filter(Objects::nonNull).toList());
        List<@Nullable String> keys = keys(named);
        keys.add(null);
        return counted(keys, byId(named), rosters);
    }

    /** The parts of the unit, with their themes. */
    Part<Line> parts(Split split, Stretch stretch) {
        return parts(split, stretch.of(counted(split), Line::label), null);
    }

    /** The parts of the unit, for one control. */
    Part<Line> parts(Split split, Stretch stretch, ControlCode control) {
        return parts(split, stretch.of(counted(split), Line::label), control);
    }

    /** These parts of the unit, with their themes. */
    Part<Line> parts(Split split, List<Line> counted) {
        return parts(split, Stretch.ALL.of(counted, Line::label), null);
    }

    /** The parts of the unit, without their themes where that reads less. */
    Part<Line> brief(Split split, Stretch stretch) {
        Part<Line> shown = stretch.of(counted(split), Line::label);
        if (!narrowing.whole() || split == Split.TYPES) {
            return parts(split, shown, null);
        }
        FigureReading reading = narrowing.reading();
        Scope scope = scope(split, shown);
        List<SplitCell> cells = split == Split.COLLECTIVITIES
                ? sql.within(campaign, scope, reading)
                : sql.totals(campaign, scope.units(), reading);
        return shown.with(filled(shown.lines(), cells));
    }

    private Part<Line> parts(Split split, Part<Line> shown, @Nullable ControlCode control) {
        List<SplitCell> cells =
                shown.lines().isEmpty() ? List.of() : cells(control, split == Split.TYPES, scope(split, shown));
        return shown.with(filled(shown.lines(), cells));
    }

    private Scope scope(Split split, Part<Line> shown) {
        List<UnitId> units =
                shown.lines().stream().map(Line::unit).filter(Objects::nonNull).toList();
        if (split != Split.COLLECTIVITIES) {
            return scope(split, units);
        }
        List<String> codes = units.stream().map(UnitId::code).collect(Collectors.toCollection(ArrayList::new));
        // Those without a collectivity.
        if (codes.size() < shown.lines().size()) {
            codes.add("");
        }
        return Scope.within(vantage.id(), codes);
    }

    private Scope scope(Split split, List<UnitId> units) {
        return switch (split) {
            case TYPES -> Scope.of(vantage.id());
            case COLLECTIVITIES -> Scope.within(vantage.id());
            case REGIONS, ACADEMIES, DEPARTMENTS -> Scope.of(units);
        };
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

    private List<Line> counted(
            List<? extends @Nullable String> keys, Map<String, Unit> units, List<SplitRoster> rosters) {
        Map<@Nullable String, SplitRoster> counts = new HashMap<>();
        rosters.forEach(roster -> counts.put(roster.line(), roster));
        List<Line> lines = new ArrayList<>();
        for (String key : keys) {
            SplitRoster roster = counts.get(key);
            if (roster != null && roster.expected() > 0) {
                lines.add(line(key, key == null ? null : units.get(key), roster));
            }
        }
        return hideSmall(lines);
    }

    private static Line line(@Nullable String key, @Nullable Unit unit, SplitRoster roster) {
        return new Line(
                unit == null ? null : unit.id(),
                unit == null && key != null ? SchoolType.valueOf(key) : null,
                unit == null ? null : unit.name(),
                roster.expected(),
                roster.rendered(),
                null,
                null,
                Figures.NONE,
                Map.of(),
                false);
    }

    private static List<Line> filled(List<Line> lines, List<SplitCell> cells) {
        Map<String, List<SplitCell>> byLine = new HashMap<>();
        cells.forEach(
                cell -> byLine.computeIfAbsent(Objects.requireNonNullElse(cell.line(), ""), line -> new ArrayList<>())
                        .add(cell));
        return lines.stream()
                .map(line -> line.filled(byLine.getOrDefault(line.key(), List.of())))
                .toList();
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
