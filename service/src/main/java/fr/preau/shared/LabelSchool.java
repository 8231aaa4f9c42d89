package fr.preau.shared;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.Uai;

/** A school of a unit, and whether it bears the label. */
public record LabelSchool(Uai uai, String name, SchoolType type, String communeName, boolean member) {}
