package fr.preau.dashboard;

import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The controls of a unit, the least held first.
 */
public record Missed(Vantage vantage, Narrowing narrowing, Checklist checklist, List<ControlSum> controls)
        implements Sheet.Filed {
    /** How many stand on top. */
    public static final int TOP = 8;

    private static final Comparator<ControlSum> WORST_FIRST = Comparator.comparing(
                    (ControlSum sum) -> sum.missedShare(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(sum -> sum.control().value());

    public Missed {
        controls = controls.stream().sorted(WORST_FIRST).toList();
    }

    @Override
    public Sheet sheet() {
        List<Sheet.Column> columns = Sheet.withAnswers("control", "title", "theme", "level", "party", "schools");
        columns.addAll(Sheet.columns("missed"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ControlSum sum : controls) {
            List<@Nullable Object> row = Sheet.withAnswers(
                    sum.figures(),
                    sum.control(),
                    of(sum).title(),
                    sum.theme(),
                    sum.level(),
                    sum.party() == null ? "" : sum.party().name(),
                    sum.figures().asked());
            row.add(sum.missedShare());
            rows.add(row);
        }
        return new Sheet(columns, rows);
    }

    /** Whether the person may see which schools gave an answer. */
    public boolean answers() {
        return vantage.answers();
    }

    public Control of(ControlSum sum) {
        return checklist.control(sum.control());
    }

    /** Controls that are held almost nowhere. */
    public long almostEverywhere() {
        return controls.stream().filter(ControlSum::missedAlmostEverywhere).count();
    }

    /** The first ones, as many as are counted somewhere. */
    public List<ControlSum> top() {
        return controls.stream().filter(sum -> sum.missed() > 0).limit(TOP).toList();
    }
}
