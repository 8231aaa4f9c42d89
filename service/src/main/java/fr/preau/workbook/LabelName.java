package fr.preau.workbook;

import fr.preau.kernel.LabelId;

/** A label of a unit in whose name the person answers. */
public record LabelName(LabelId id, String name) {}
