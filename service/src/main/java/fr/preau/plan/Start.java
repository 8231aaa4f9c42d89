package fr.preau.plan;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * A control that some schools answer weakly, and what the unit's figure would become if they answered it « conforme ».
 *
 * @param lifted schools with a weak answer: partiel, non conforme or ne sait pas
 * @param mine whether the person answers some of them, and so may plan an action
 * @param schoolType the type of all of them, null when they are of several
 * @param coverage of the whole, with which both figures are read
 * @param conformity of the whole as it is
 * @param conformityThen of the whole with these answers corrected, nothing else changed
 */
public record Start(
        ControlCode control,
        String theme,
        int lifted,
        int partial,
        int failing,
        int unknown,
        boolean mine,
        @Nullable SchoolType schoolType,
        double coverage,
        double conformity,
        double conformityThen) {

    /** What the figure would gain, 0 to 1. */
    public double points() {
        return conformityThen - conformity;
    }
}
