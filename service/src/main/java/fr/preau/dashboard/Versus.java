package fr.preau.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A few parts of a unit side by side, each beside the whole.
 *
 * @param heat of the chosen lines alone
 * @param candidates what there is to choose from, without figures
 * @param asked keys of the lines that were chosen
 */
public record Versus(Heat heat, List<Line> candidates, List<String> asked) implements Sheet.Filed {
    public static final int LEAST = 2;
    public static final int MOST = 6;

    public Versus {
        candidates = List.copyOf(candidates);
        asked = List.copyOf(asked);
    }

    @Override
    public Vantage vantage() {
        return heat.vantage();
    }

    @Override
    public Narrowing narrowing() {
        return heat.narrowing();
    }

    @Override
    public Sheet sheet() {
        return heat.sheet();
    }

    /** Of a unit's parts, those that compare: a percentage of two schools compares nothing. */
    static List<Line> candidates(Split split, List<Line> lines) {
        return lines.stream()
                .filter(line -> !line.key().isEmpty() && !line.hidden())
                .filter(line -> split != Split.COLLECTIVITIES || line.expected() >= SmallGroups.LEAST)
                .toList();
    }

    /** Those that are asked for, in the table's order; none while fewer than two are, or more than six. */
    static List<Line> chosen(List<Line> candidates, List<String> asked) {
        List<Line> chosen =
                candidates.stream().filter(line -> asked.contains(line.key())).toList();
        return chosen.size() < LEAST || chosen.size() > MOST ? List.of() : chosen;
    }

    public List<Line> chosen() {
        return heat.lines();
    }

    /** Whether what was asked can't be compared: one alone, or more than six. */
    public boolean refused() {
        return !asked.isEmpty() && chosen().isEmpty();
    }

    /** A conformity less that of the whole; null when one of them is not there. */
    public static @Nullable Double difference(@Nullable Double one, @Nullable Double whole) {
        return one == null || whole == null ? null : one - whole;
    }
}
