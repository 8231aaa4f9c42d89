package fr.preau.dashboard;

import fr.preau.audit.Figures;
import fr.preau.checklist.Theme;
import fr.preau.kernel.Message;
import fr.preau.kernel.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit before somebody who may see it.
 *
 * @param narrowing what its figures are narrowed to
 * @param themes of the campaign's checklist
 * @param figures null while no campaign counts any, and for a group that is too small for the person
 * @param below what of its children is shown; a file and the API have all
 * @param schools of a collectivity, the first ones, where the person sees schools by name; else empty
 */
public record UnitView(
        Vantage vantage,
        Narrowing narrowing,
        List<Theme> themes,
        @Nullable UnitFigures figures,
        Part<Line> below,
        List<SchoolLine> schools)
        implements Sheet.Filed {

    public UnitView {
        themes = List.copyOf(themes);
        schools = List.copyOf(schools);
    }

    /** The same with the schools by name. */
    UnitView with(List<SchoolLine> named) {
        return new UnitView(vantage, narrowing, themes, figures, below, named);
    }

    /** The whole, the base level, then each theme. */
    @Override
    public Sheet sheet() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        UnitFigures shown = figures;
        if (shown != null) {
            rows.add(row("", Message.of("dashboard.file.all"), shown.total()));
            rows.add(row("", Message.of("checklist.level.SOCLE"), shown.base()));
            shown.themes().forEach(theme -> rows.add(row(theme.code(), theme.title(), theme.figures())));
        }
        return new Sheet(Sheet.withAnswers("theme", "title", "asked"), rows);
    }

    private static List<@Nullable Object> row(String code, Object title, Figures sums) {
        return Sheet.withAnswers(sums, code, title, sums.asked());
    }

    /** Whether there is something that the person is not shown, for it would tell of a few schools. */
    public boolean hidden() {
        return figures == null && vantage.campaign() != null;
    }
}
