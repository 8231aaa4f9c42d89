package fr.preau.dashboard;

import fr.preau.checklist.SchoolType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rendered audits' own conformity is spread, over a type of school or ({@code type} null) all.
 *
 * @param expected audits
 * @param audits rendered ones
 * @param coverage how much of what those are asked is answered, 0 to 1
 * @param counted of those, the ones that have a conformity
 * @param quantiles 5 %, lower quarter, median, upper quarter, 95 %, each 0 to 1; none when nothing is counted
 * @param bands how many audits lie in each fifth of conformity, the lowest first; the last takes 100 % in
 */
public record Spread(
        @Nullable SchoolType type,
        long expected,
        long audits,
        @Nullable Double coverage,
        long counted,
        List<Double> quantiles,
        List<Long> bands) {
    static final int BANDS = 5;
    static final double WIDTH = 0.2;

    public Spread {
        quantiles = quantiles == null ? List.of() : List.copyOf(quantiles);
        bands = List.copyOf(bands);
    }

    /** The quantile of that place, null when nothing is counted. */
    public @Nullable Double quantile(int place) {
        return quantiles.isEmpty() ? null : quantiles.get(place);
    }

    public @Nullable Double median() {
        return quantile(2);
    }

    /** What may be shown of a group that is too small: that it is there. */
    Spread withoutFigures() {
        return new Spread(type, expected, audits, null, 0, List.of(), List.of());
    }
}
