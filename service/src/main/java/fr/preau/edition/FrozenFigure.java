package fr.preau.edition;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.ControlCode;

/** A row of frozen figures: one control over the schools of a stratum, in the columns of the view {@code tally}. */
public record FrozenFigure(
        String academy,
        String department,
        SchoolType schoolType,
        String collectivity,
        ControlCode control,
        String theme,
        int level,
        long asked,
        long conforming,
        long partial,
        long failing,
        long inapplicable,
        long unknown,
        long countedWeight,
        long heldWeight) {

    Plot plot() {
        return new Plot(department, schoolType);
    }
}
