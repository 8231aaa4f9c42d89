package fr.preau.workbook;

import fr.preau.kernel.ControlCode;
import java.util.List;

/**
 * One row of a sheet that came back: a school, and the two cells of each control.
 *
 * @param tab the sheet
 */
record Filled(String tab, String uai, List<Cell> cells) {
    /** The two cells of one control. */
    record Cell(ControlCode control, String answer, String comment) {}
}
