package fr.preau.checklist;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The five answers to a control, under the codes of the checklist file. An unanswered control has no verdict at all:
 * there is no sixth value for it.
 */
public enum Verdict {
    CONFORME(BigDecimal.ONE),
    PARTIEL(new BigDecimal("0.5")),
    NON_CONFORME(BigDecimal.ZERO),
    NON_APPLICABLE(null),
    /** Counts like not met, and is counted apart as well: it measures a lack of sight. */
    NE_SAIT_PAS(BigDecimal.ZERO);

    private final @Nullable BigDecimal value;

    Verdict(@Nullable BigDecimal value) {
        this.value = value;
    }

    /** Share of the control's weight that is earned, null when the control is not counted. */
    public @Nullable BigDecimal value() {
        return value;
    }

    /** Whether the control stays in the base of the conformity. */
    public boolean counted() {
        return value != null;
    }

    /** Whether the answer is taken only with its reason. */
    public boolean needsReason() {
        return this == NON_APPLICABLE;
    }
}
