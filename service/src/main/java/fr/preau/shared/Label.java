package fr.preau.shared;

import fr.preau.kernel.LabelId;
import fr.preau.kernel.UnitId;

/** A free group of a unit's schools; {@code schools} counts those that bear it. */
public record Label(LabelId id, UnitId owner, String name, int schools) {}
