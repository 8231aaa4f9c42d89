package fr.preau.dashboard;

import fr.preau.kernel.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a unit's schools are spread by their own conformity: never which school stands where.
 *
 * @param base whether over the base level alone
 * @param whole all types together
 * @param types by type of school, those that render
 */
public record Distribution(Vantage vantage, Narrowing narrowing, boolean base, Spread whole, List<Spread> types)
        implements Sheet.Filed {
    public Distribution {
        types = List.copyOf(types);
    }

    /** The whole, then each type of school. */
    @Override
    public Sheet sheet() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(row(whole, Message.of("dashboard.file.all")));
        types.forEach(type -> rows.add(row(type, Message.of("checklist.type." + type.type()))));
        return new Sheet(
                Sheet.columns(
                        "type",
                        "name",
                        "expected",
                        "rendered",
                        "coverage",
                        "counted",
                        "q05",
                        "q25",
                        "median",
                        "q75",
                        "q95",
                        "band1",
                        "band2",
                        "band3",
                        "band4",
                        "band5"),
                rows);
    }

    private static List<@Nullable Object> row(Spread spread, Message name) {
        List<@Nullable Object> row = Sheet.row(
                spread.type() == null ? "" : spread.type().name(),
                name,
                spread.expected(),
                spread.audits(),
                spread.coverage(),
                spread.counted());
        for (int i = 0; i < 5; i++) {
            row.add(spread.quantile(i));
        }
        for (int i = 0; i < Spread.BANDS; i++) {
            row.add(spread.bands().isEmpty() ? null : spread.bands().get(i));
        }
        return row;
    }

    /** Address of the list of a line's rendered audits. */
    public String list(Spread line) {
        Narrowing own = line.type() == null ? narrowing : narrowing.ofType(line.type());
        return vantage.href("/etablissements") + own.ofSchools().query() + "&etat=" + SchoolFilter.RENDERED;
    }

    public boolean hides() {
        return (whole.bands().isEmpty() && whole.audits() > 0)
                || types.stream().anyMatch(type -> type.bands().isEmpty());
    }
}
