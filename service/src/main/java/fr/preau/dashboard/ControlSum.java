package fr.preau.dashboard;

import fr.preau.audit.Figures;
import fr.preau.checklist.Party;
import fr.preau.kernel.ControlCode;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * One control over the rendered audits of a unit: {@code asked} is how many of them are asked it.
 *
 * @param level the lowest, where it differs by type of school
 * @param party null where it differs by type of school
 */
public record ControlSum(
        ControlCode control,
        String theme,
        int level,
        @Nullable Party party,
        @Nested Figures figures) {
    /** From this share on, a control is held almost nowhere. */
    public static final double ALMOST_EVERYWHERE = 0.8;

    /** Schools in which the control counts: all but those that declared it not applicable. */
    public long counted() {
        return figures.asked() - figures.inapplicable();
    }

    /** Schools in which nothing of it is held: not conform, not known, not answered. */
    public long missed() {
        return counted() - figures.conforming() - figures.partial();
    }

    /** Missed ÷ counted; null when it counts nowhere. */
    public @Nullable Double missedShare() {
        return counted() == 0 ? null : (double) missed() / counted();
    }

    /** Whether it is held almost nowhere. */
    public boolean missedAlmostEverywhere() {
        Double share = missedShare();
        return share != null && share >= ALMOST_EVERYWHERE;
    }
}
