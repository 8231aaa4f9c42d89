package fr.preau.dashboard;

import org.jspecify.annotations.Nullable;

/** The six steps of a heat table: the wider the gap to what is asked, the more a cell stands out. */
public final class Gap {
    private static final double[] STEPS = {0.75, 0.65, 0.55, 0.45, 0.35};

    private Gap() {}

    /** Step of a conformity, from 1, a small gap, to 6; 0 when nothing is counted or it is hidden. */
    public static int of(@Nullable Double conformity) {
        if (conformity == null) {
            return 0;
        }
        int gap = 1;
        for (double step : STEPS) {
            gap += conformity < step ? 1 : 0;
        }
        return gap;
    }
}
