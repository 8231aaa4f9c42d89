package fr.preau.dashboard;

import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import fr.preau.territory.Unit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reference figures of a campaign, the same for everyone of an académie.
 *
 * @param campaigns the national campaigns to choose from, newest first
 * @param types of school that take part
 * @param boards the nation's, then the reader's own académie's when there is one
 */
public record Benchmark(
        UnitCampaign campaign,
        List<UnitCampaign> campaigns,
        List<Theme> themes,
        List<SchoolType> types,
        List<Board> boards) {

    public Benchmark {
        campaigns = List.copyOf(campaigns);
        themes = List.copyOf(themes);
        types = List.copyOf(types);
        boards = List.copyOf(boards);
    }

    /** The cells of one unit. */
    public record Board(Unit unit, List<BenchmarkCell> cells) {
        public Board {
            cells = List.copyOf(cells);
        }

        /** The cell; theme null is all of them. Null when the theme is not asked of the type. */
        public @Nullable BenchmarkCell cell(SchoolType type, @Nullable String theme) {
            return cells.stream()
                    .filter(cell -> cell.schoolType() == type && Objects.equals(cell.theme(), theme))
                    .findFirst()
                    .orElse(null);
        }

        /** Coverage of a type over all themes, null when hidden. */
        public @Nullable Double coverage(SchoolType type) {
            BenchmarkCell whole = cell(type, null);
            return whole == null ? null : whole.coverage();
        }

        /** Rendered audits of a type, null when hidden. */
        public @Nullable Long schools(SchoolType type) {
            BenchmarkCell whole = cell(type, null);
            return whole == null ? null : whole.schools();
        }
    }
}
