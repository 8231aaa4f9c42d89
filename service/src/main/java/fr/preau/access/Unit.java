package fr.preau.access;

import fr.preau.kernel.UnitId;

/** A unit by its name, to be chosen from. */
public record Unit(UnitId id, String name) {}
