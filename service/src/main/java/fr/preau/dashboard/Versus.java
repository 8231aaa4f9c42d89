package fr.preau.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A few parts of a unit side by side, each beside the whole.
 *
 * @param asked keys of the lines that were chosen
 */
public record Versus(Heat heat, List<String> asked) implements Sheet.Filed {
    public static final int LEAST = 2;
    public static final int MOST = 6;

    public Versus {
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
        return heat.sheet(chosen());
    }

    /** What there is to choose from: a percentage of two schools compares nothing. */
    public List<Line> candidates() {
        return heat.lines().stream()
                .filter(line -> !line.key().isEmpty() && !line.hidden())
                .filter(line -> heat.split() != Split.COLLECTIVITIES || line.expected() >= SmallGroups.LEAST)
                .toList();
    }

    /** The chosen ones, in the table's order; none while fewer than two are chosen, or more than six. */
    public List<Line> chosen() {
        List<Line> chosen =
                candidates().stream().filter(line -> asked.contains(line.key())).toList();
        return chosen.size() < LEAST || chosen.size() > MOST ? List.of() : chosen;
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
