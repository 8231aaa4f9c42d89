package fr.preau.territory;

import fr.preau.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A unit of either tree, by name.
 *
 * @param name as the reference or the directory writes it, without its kind: « Rennes » is an académie or a commune
 * @param parent the unit above it in the State's tree, null for the nation and for a collectivity
 */
public record Unit(UnitId id, String name, @Nullable UnitId parent) {}
