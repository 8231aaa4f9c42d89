package fr.preau.dashboard;

import fr.preau.audit.Figures;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.Message;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table of units or of types of school.
 *
 * @param unit null for a type, and for the schools without collectivity
 * @param type null for a unit
 * @param name bare name of the unit
 * @param expected audits of the roster
 * @param rendered of those, submitted or validated; null when the roster is too small to be shown
 * @param progress answered ÷ asked over the roster; null when nothing is asked, or hidden as {@code rendered} is
 * @param base conformity over the base level, rendered audits
 * @param figures over rendered audits; none when they are too few to be shown
 * @param themes the same by theme
 */
public record Line(
        @Nullable UnitId unit,
        @Nullable SchoolType type,
        @Nullable String name,
        long expected,
        @Nullable Long rendered,
        @Nullable Double progress,
        @Nullable Double base,
        Figures figures,
        Map<String, Figures> themes,
        boolean hidden) {

    public Line {
        themes = Map.copyOf(themes);
    }

    /** What pages call it. */
    public Message label() {
        if (type != null) {
            return Message.of("checklist.type." + type.name());
        }
        return unit == null
                ? Message.of("audit.collectivity.none")
                : UnitName.of(unit, name == null ? unit.code() : name);
    }

    /** What files call it. */
    public String key() {
        return type != null ? type.name() : unit == null ? "" : unit.toString();
    }

    /** Address of the list of the line's schools in a table of the unit, narrowed as far as that tells schools apart. */
    public String schools(Vantage vantage, Narrowing narrowing) {
        return type == null
                ? vantage.schools(unit) + narrowing.query()
                : vantage.href("/etablissements") + narrowing.ofType(type).query();
    }

    public Figures theme(String code) {
        return themes.getOrDefault(code, Figures.NONE);
    }

    /** Rendered ÷ expected, null when nothing is expected or it is hidden. */
    public @Nullable Double renderedShare() {
        return rendered == null || expected == 0 ? null : (double) rendered / expected;
    }

    /** The same with its figures, as far as it is not hidden. */
    Line filled(List<SplitCell> cells) {
        SplitCell whole = cells.stream()
                .filter(cell -> cell.theme() == null)
                .findFirst()
                .orElse(new SplitCell(key(), null, null, null, Figures.NONE));
        if (hidden) {
            Double seen = rendered == null ? null : whole.progress();
            return new Line(unit, type, name, expected, rendered, seen, null, Figures.NONE, Map.of(), true);
        }
        Map<String, Figures> each = cells.stream()
                .filter(cell -> cell.theme() != null)
                .collect(Collectors.toMap(cell -> Objects.requireNonNull(cell.theme()), SplitCell::figures));
        return new Line(
                unit, type, name, expected, rendered, whole.progress(), whole.base(), whole.figures(), each, false);
    }

    Line withoutRoster() {
        return new Line(unit, type, name, expected, null, null, null, Figures.NONE, Map.of(), true);
    }

    Line withoutFigures() {
        return new Line(unit, type, name, expected, rendered, progress, null, Figures.NONE, Map.of(), true);
    }
}
