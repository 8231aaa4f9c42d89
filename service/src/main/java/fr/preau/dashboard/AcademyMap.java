package fr.preau.dashboard;

import fr.preau.kernel.UnitId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The nation's académies on a map: those of the mainland and of Corsica by their shapes; those overseas, and Paris, which
 * is too small to be hit, as tiles. It says what the table beside it says, and hides what that hides.
 *
 * @param areas in the order of their names
 * @param rest shapes of which nothing is counted
 * @param tiles in the order of their names
 */
public record AcademyMap(List<Area> areas, List<AcademyShape> rest, List<ChildFigures> tiles) {
    private static final String PARIS = "01";

    public AcademyMap {
        areas = List.copyOf(areas);
        rest = List.copyOf(rest);
        tiles = List.copyOf(tiles);
    }

    /** An académie with its shape. */
    public record Area(AcademyShape shape, ChildFigures figures) {}

    /** Of the nation's académies; null for any other unit or lines. */
    public static @Nullable AcademyMap of(Vantage vantage, List<ChildFigures> lines) {
        List<ChildFigures> academies = lines.stream()
                .filter(line -> line.unit() != null && line.unit().kind() == UnitId.Kind.ACADEMY)
                .toList();
        if (!vantage.id().equals(UnitId.NATION) || academies.isEmpty()) {
            return null;
        }
        List<Area> areas = academies.stream()
                .filter(line -> AcademyShape.ALL.containsKey(code(line)))
                .map(line -> new Area(Objects.requireNonNull(AcademyShape.ALL.get(code(line))), line))
                .toList();
        return new AcademyMap(
                areas,
                AcademyShape.ALL.values().stream()
                        .filter(shape ->
                                areas.stream().noneMatch(area -> area.shape().equals(shape)))
                        .toList(),
                academies.stream()
                        .filter(line -> code(line).equals(PARIS) || !AcademyShape.ALL.containsKey(code(line)))
                        .toList());
    }

    /** Of a table's lines. */
    public static @Nullable AcademyMap ofLines(Vantage vantage, List<Line> lines) {
        return of(vantage, lines.stream().map(ChildFigures::of).toList());
    }

    /** Whether the number stands on less than half of the audits expected, or on none, which is hatched. */
    public static boolean thin(ChildFigures line) {
        return line.figures().conformity() == null || line.rendered() == null || 2 * line.rendered() < line.expected();
    }

    private static String code(ChildFigures line) {
        return Objects.requireNonNull(line.unit()).code();
    }
}
