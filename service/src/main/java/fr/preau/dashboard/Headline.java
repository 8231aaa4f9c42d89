package fr.preau.dashboard;

import org.jspecify.annotations.Nullable;

/** A pooled conformity in words, for the sentence on top of a unit's page; the figure itself stands below it. */
public enum Headline {
    ALL(1),
    ALMOST_ALL(0.95),
    FOUR_FIFTHS(0.8),
    TWO_THIRDS(2.0 / 3),
    HALF(0.5),
    THIRD(1.0 / 3),
    FIFTH(0.2),
    FEW(0);

    private final double least;

    Headline(double least) {
        this.least = least;
    }

    /** The words for a conformity from 0 to 1, null when there is none. */
    static @Nullable Headline of(@Nullable Double conformity) {
        if (conformity == null) {
            return null;
        }
        for (Headline headline : values()) {
            if (conformity >= headline.least) {
                return headline;
            }
        }
        return FEW;
    }

    /** Message key of the words. */
    public String key() {
        return "dashboard.lead." + name();
    }
}
